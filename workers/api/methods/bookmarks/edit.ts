import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { requireBookmarkable } from './bookmarkable.ts';

export const bookmarksEdit = handler<'bookmarks.edit'>(async (context, args) => {
  const seen = await requireBookmarkable(context, args.channel_id);
  if (!seen.ok) return seen;
  const { title, link, emoji } = args;
  return context.objects
    .channel(seen.channelId)
    .editBookmark(context.actor, args.bookmark_id, defined({ title, link, emoji }));
});
