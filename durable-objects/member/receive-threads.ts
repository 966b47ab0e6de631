import type { MemberDelivery, ThreadReason } from '../../protocol/objects/delivery.ts';
import { justBefore } from '../../protocol/timestamp.ts';
import type { Person } from './person.ts';
import type { ThreadRow } from './thread-store.ts';

type Thread = Omit<ThreadRow, 'version'>;

export interface ThreadChange {
  readonly after: Thread;
  readonly type: 'thread_marked' | 'thread_subscribed';
}

/** What a delivery's reasons change of this person's threads: each thread once, however many reasons it has. */
export function threadChanges(
  person: Person,
  joinedSeq: number,
  { channelId, threads = [] }: MemberDelivery,
): ThreadChange[] {
  const news = threads.filter(({ seq }) => seq > joinedSeq);
  return [...Map.groupBy(news, ({ threadTs }) => threadTs)].flatMap(([threadTs, reasons]) => {
    const known: Thread | undefined = person.threadRow(channelId, threadTs);
    let row = known;
    for (const reason of reasons.toSorted((one, other) => one.seq - other.seq)) {
      row = row === undefined ? followed(channelId, reason) : withReason(row, reason);
    }
    if (row === undefined || row === known) return [];
    return [{ after: row, type: row.state === known?.state ? 'thread_marked' : 'thread_subscribed' }];
  });
}

/** Read up to their own reply, or to just before the reply that brought them in. */
function followed(channel: Thread['channel'], { threadTs, seq, ordinal, ts, reason }: ThreadReason): Thread {
  const isOwn = reason === 'wrote';
  return {
    channel,
    thread_ts: threadTs,
    state: 'following',
    seq,
    mark_ordinal: isOwn ? ordinal : ordinal - 1,
    mark_ts: isOwn ? ts : justBefore(ts),
    is_marked_unread: 0,
  };
}

/** Of one who unfollowed, only a mention that came later is a reason. One's own reply marks, unless marked unread. */
function withReason(row: Thread, { seq, ordinal, ts, reason }: ThreadReason): Thread {
  if (reason === 'mentioned' && row.state === 'unfollowed' && seq > row.seq) {
    return { ...row, state: 'following', seq };
  }
  const isRead = reason === 'wrote' && ordinal > row.mark_ordinal && row.is_marked_unread === 0;
  return isRead ? { ...row, mark_ordinal: ordinal, mark_ts: ts } : row;
}
