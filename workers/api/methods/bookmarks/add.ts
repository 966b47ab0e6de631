import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { requireBookmarkable } from './bookmarkable.ts';

export const bookmarksAdd = handler<'bookmarks.add'>(async (context, args) => {
  const seen = await requireBookmarkable(context, args.channel_id);
  if (!seen.ok) return seen;
  if (args.type !== 'link') return refuse('invalid_bookmark_type');
  const { title, link, emoji } = args;
  return context.objects.channel(seen.channelId).addBookmark(context.actor, { title, link, emoji });
});
