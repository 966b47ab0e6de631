import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const conversationsUnarchive = handler<'conversations.unarchive'>(async (context, args) => {
  const seen = await requireVisible(context, args.channel);
  return seen.ok ? context.objects.channel(seen.channelId).unarchive(context.actor) : seen;
});
