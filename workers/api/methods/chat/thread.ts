import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { Timestamp } from '../../../../protocol/timestamp.ts';
import { readTimestamp } from '../../read-timestamp.ts';

/** The thread that a message is to be in, if one was named. */
export function readThread(
  thread: string | undefined,
): Outcome<{ threadTs: Timestamp | undefined }, 'invalid_thread_ts'> {
  const threadTs = thread === undefined ? undefined : readTimestamp(thread);
  return thread !== undefined && threadTs === undefined ? refuse('invalid_thread_ts') : accept({ threadTs });
}
