import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Workspace } from '../../store/contract.ts';

interface Thread {
  readonly channel: ChannelId;
  readonly threadTs: Timestamp;
  /** Its first message is one's own: the first reply to it is what makes one follow, a moment later. */
  readonly isOwn: boolean;
}

/** The first reply comes by the channel's log, that one follows from then on by another way. */
const catchUpMs = 2_000;

/** Which threads one follows: asked once for each in which something happens, kept right by what comes. */
export function followedThreads(workspace: Pick<Workspace, 'call' | 'follow'>) {
  const known = new Map<string, boolean>();
  const waiting = new Map<string, () => void>();
  const keyOf = (channel: ChannelId, threadTs: Timestamp): string => `${channel}:${threadTs}`;
  const stop = workspace.follow((event) => {
    if (event.type !== 'thread_subscribed' && event.type !== 'thread_unsubscribed') return;
    const key = keyOf(event.channel, event.thread_ts);
    known.set(key, event.type === 'thread_subscribed');
    waiting.get(key)?.();
  });
  const ask = async ({ channel, threadTs: ts }: Thread): Promise<boolean | undefined> => {
    const answer = await workspace.call('conversations.replies', { channel, ts, limit: 1 });
    return answer.ok ? answer.messages[0]?.subscribed === true : undefined;
  };
  const told = (key: string): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, catchUpMs);
      waiting.set(key, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  return {
    stop,
    isFollowed: async (thread: Thread): Promise<boolean> => {
      const key = keyOf(thread.channel, thread.threadTs);
      const before = known.get(key);
      if (before !== undefined) return before;
      const answered = await ask(thread);
      if (answered === false && thread.isOwn && !known.has(key)) {
        await told(key);
        waiting.delete(key);
      }
      // What came meanwhile is newer than the answer; without one it is asked again the next time.
      const now = known.get(key) ?? answered;
      if (now !== undefined) known.set(key, now);
      return now === true;
    },
  };
}
