import { refuse, accept } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import type { Room } from './room.ts';
import type { MessageRow, ThreadRow } from './rows.ts';

/** The thread that `ts` names: its root, also where a reply was named. A root that is gone has a thread only with replies. */
export function threadRoot(
  room: Room,
  ts: Timestamp,
): Outcome<{ root: MessageRow; thread: ThreadRow | undefined }, 'thread_not_found'> {
  const named = room.messages.byTs(microsOf(ts));
  const threadSeq = named?.thread_seq ?? null;
  const root = threadSeq === null ? named : room.messages.bySeq(threadSeq);
  if (root === undefined) return refuse('thread_not_found');
  const thread = room.messages.threads([root.seq]).get(root.seq);
  const isGone = root.deleted === 1 && (thread?.reply_count ?? 0) === 0;
  return isGone ? refuse('thread_not_found') : accept({ root, thread });
}
