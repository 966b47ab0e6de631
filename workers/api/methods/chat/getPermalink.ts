import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { permalinkOf } from '../../permalink.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const chatGetPermalink = handler<'chat.getPermalink'>(async (context, args) => {
  const seen = await requireVisible(context, args.channel);
  if (!seen.ok) return seen;
  const ts = readTimestamp(args.message_ts);
  if (ts === undefined) return refuse('message_not_found');
  const { channelId } = seen;
  const found = await context.objects.channel(channelId).message(context.actor, ts);
  if (!found.ok) return found;
  return accept({ channel: channelId, permalink: permalinkOf(context, channelId, found.message) });
});
