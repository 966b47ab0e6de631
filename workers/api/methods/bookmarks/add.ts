import { decideBookmark } from '../../../../domain/messages/decide-bookmark.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { requireBookmarkable } from './bookmarkable.ts';

export const bookmarksAdd = handler<'bookmarks.add'>(async (context, args) => {
  if (args.type !== 'link') return refuse('invalid_bookmark_type');
  const { title, link, emoji } = args;
  const decided = decideBookmark({ title, link, emoji });
  if (!decided.ok) return decided;
  const seen = await requireBookmarkable(context, args.channel_id);
  if (!seen.ok) return seen;
  return context.objects.channel(seen.channelId).addBookmark(context.actor, { title, link, emoji });
});
