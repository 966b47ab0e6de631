import { decideBookmarkChanges } from '../../../../domain/messages/decide-bookmark.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { requireBookmarkable } from './bookmarkable.ts';

export const bookmarksEdit = handler<'bookmarks.edit'>(async (context, args) => {
  const { title, link, emoji } = args;
  const changes = defined({ title, link, emoji });
  const decided = decideBookmarkChanges(changes);
  if (!decided.ok) return decided;
  const seen = await requireBookmarkable(context, args.channel_id);
  if (!seen.ok) return seen;
  return context.objects.channel(seen.channelId).editBookmark(context.actor, args.bookmark_id, changes);
});
