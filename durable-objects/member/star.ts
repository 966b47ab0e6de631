import type { ChannelId } from '../../protocol/ids.ts';
import type { Saving } from '../../protocol/objects/saving.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Person } from './person.ts';

type Answer<Verb extends keyof Saving> = Awaited<ReturnType<Saving[Verb]>>;

/** Whether they may see it was asked before; what a list shows is asked again when it is read. */
export function star(
  person: Person,
  channelId: ChannelId,
  message?: { readonly seq: number; readonly ts: Timestamp },
): Answer<'star'> {
  const place = { channel: channelId, seq: message?.seq ?? 0, ts: message?.ts ?? ('' as const) };
  if (person.stars?.bySeq(channelId, place.seq)?.deleted === 0) return refuse('already_starred');
  const created = Math.floor(person.now() / 1_000);
  person.transact(() => {
    person.saveStar({ ...place, created, deleted: 0 });
  });
  return accept({});
}

export function unstar(person: Person, channelId: ChannelId, ts?: Timestamp): Answer<'unstar'> {
  const row = person.stars?.byTs(channelId, ts ?? '');
  if (row === undefined || row.deleted === 1) return refuse('not_starred');
  person.transact(() => {
    person.saveStar({ ...row, deleted: 1 });
  });
  return accept({});
}
