import type { ChannelId } from '../../protocol/ids.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Person } from './person.ts';

/** Forward only. A later reply behind the same message moves the time alone: what was said in threads is read too. */
export function mark(
  person: Person,
  channelId: ChannelId,
  { ordinal, ts }: { ordinal: number; ts: string },
): Outcome<object, 'not_in_channel'> {
  const row = person.membershipRow(channelId);
  if (row?.is_member !== 1) return refuse('not_in_channel');
  const isForward = ordinal > row.mark_ordinal || (ordinal === row.mark_ordinal && ts > row.mark_ts);
  if (!isForward) return accept({});
  person.transact(() => {
    person.saveMark({ ...row, mark_ordinal: ordinal, mark_ts: ts });
  });
  person.push(channelId);
  return accept({});
}
