import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const bookmarksList = handler<'bookmarks.list'>(async (context, args) => {
  const seen = await requireVisible(context, args.channel_id);
  return seen.ok ? context.objects.channel(seen.channelId).bookmarks(context.actor) : seen;
});
