import { unreadAbove } from '../../domain/unread/unread.ts';
import type { Message } from '../../protocol/entities.ts';
import type { ThreadHead } from '../../protocol/objects/channel.ts';
import type { ThreadMark } from '../../protocol/objects/reading.ts';

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
