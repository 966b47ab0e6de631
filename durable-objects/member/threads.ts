import type { ChannelId } from '../../protocol/ids.ts';
import type { ReadPlace, ThreadMark, ThreadPlace } from '../../protocol/objects/reading.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { markAt } from './mark.ts';
import type { Person } from './person.ts';
import { markOf } from './thread-store.ts';
import type { ThreadRow } from './thread-store.ts';

type Answer = Outcome<object, 'not_in_channel'>;

export const followThread = (
  person: Person,
  channelId: ChannelId,
  threadTs: Timestamp,
  head: ThreadPlace,
): Answer => settle(person, { channelId, threadTs, head, state: 'following' });

export const unfollowThread = (
  person: Person,
  channelId: ChannelId,
  threadTs: Timestamp,
  head: ThreadPlace,
): Answer => settle(person, { channelId, threadTs, head, state: 'unfollowed' });

interface Settling {
  readonly channelId: ChannelId;
  readonly threadTs: Timestamp;
  readonly head: ThreadPlace;
  readonly state: ThreadRow['state'];
}

/** What the person says themselves: from `head` on, reasons that are older do not count. */
function settle(person: Person, { channelId, threadTs, head, state }: Settling): Answer {
  if (person.membershipRow(channelId)?.is_member !== 1) return refuse('not_in_channel');
  const known = person.threadRow(channelId, threadTs);
  if (known?.state === state) return accept({});
  const fresh = {
    channel: channelId,
    thread_ts: threadTs,
    mark_ordinal: head.ordinal,
    mark_ts: head.ts,
    is_marked_unread: 0,
  };
  const seq = Math.max(head.seq, known?.seq ?? 0);
  person.transact(() => {
    const type = state === 'following' ? 'thread_subscribed' : 'thread_unsubscribed';
    person.saveThread({ ...(known ?? fresh), state, seq }, type);
  });
  return accept({});
}

/** A thread without a row was never followed, so nobody is named in it: it has no mark to move. */
export function markThread(
  person: Person,
  channelId: ChannelId,
  threadTs: Timestamp,
  place: ReadPlace,
): Answer {
  if (person.membershipRow(channelId)?.is_member !== 1) return refuse('not_in_channel');
  const known = person.threadRow(channelId, threadTs);
  const moved = known && markAt(known, { ...place, ts: place.ts as Timestamp });
  if (known === undefined || moved === undefined) return accept({});
  person.transact(() => {
    person.saveThread({ ...known, ...moved }, 'thread_marked');
  });
  return accept({});
}

export function thread(person: Person, channelId: ChannelId, threadTs: Timestamp): ThreadMark | undefined {
  const row = person.threadRow(channelId, threadTs);
  return row && markOf(row);
}

export const threadsAmong = (
  person: Person,
  channelId: ChannelId,
  threads: readonly Timestamp[],
): ThreadMark[] => person.threadRows(channelId, threads).map((row) => markOf(row));
