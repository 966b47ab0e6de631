import { handler } from '../../handler.ts';
import { requireBookmarkable } from './bookmarkable.ts';

export const bookmarksRemove = handler<'bookmarks.remove'>(async (context, args) => {
  const seen = await requireBookmarkable(context, args.channel_id);
  if (!seen.ok) return seen;
  return context.objects.channel(seen.channelId).removeBookmark(context.actor, args.bookmark_id);
});
