import { unreadAbove } from '../../domain/unread/unread.ts';
import type { Message } from '../../protocol/entities.ts';
import type { ThreadHead } from '../../protocol/objects/channel.ts';
import type { ThreadMark } from '../../protocol/objects/reading.ts';
import type { CallerCall } from './context.ts';
import type { Seen } from './gate.ts';

/** Replies above the person's mark that are still there. */
export const unreadIn = (
  { ordinal, deletedOrdinals }: ThreadHead,
  { markOrdinal }: Pick<ThreadMark, 'markOrdinal'>,
): number => unreadAbove(markOrdinal, { ordinal, deletedOrdinals, everybodyOrdinals: [] });

/** A parent as one person sees it: Slack's fields of those who follow, and of those who do not. */
export const showParent = (parent: Message, head: ThreadHead, mark: ThreadMark | undefined): Message => ({
  ...parent,
  ...(mark?.isFollowing === true
    ? { subscribed: true, last_read: mark.markTs, unread_count: unreadIn(head, mark) }
    : { subscribed: false }),
});

const isParent = ({ reply_count: replies = 0 }: Message): boolean => replies > 0;

/**
 * A page of a channel with what its reader has read of the threads in it. Only where there are threads the Member is
 * asked, and the Channel once more where one of them is followed. A bot reads nothing.
 */
export async function withThreads(
  { objects, actor, caller }: CallerCall,
  { channelId }: Seen,
  messages: Message[],
): Promise<Message[]> {
  const parents = messages.filter(isParent).map(({ ts }) => ts);
  if (caller.kind === 'bot' || parents.length === 0) return messages;
  const marks = await objects.member(actor.teamId, actor.userId).threadsAmong(channelId, parents);
  const markOf = new Map(marks.filter((mark) => mark.isFollowing).map((mark) => [mark.threadTs, mark]));
  const followed = [...markOf.keys()];
  const answer =
    followed.length === 0 ? undefined : await objects.channel(channelId).threadHeads(actor, followed, false);
  const headOf = new Map(answer?.ok === true ? answer.heads.map((head) => [head.threadTs, head]) : []);
  return messages.map((message) => {
    if (!isParent(message)) return message;
    const head = headOf.get(message.ts);
    return head === undefined
      ? { ...message, subscribed: false }
      : showParent(message, head, markOf.get(message.ts));
  });
}
