import { accept } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const conversationsLeave = handler<'conversations.leave'>(async (context, args) => {
  const seen = await requireVisible(context, args.channel);
  if (!seen.ok) return seen;
  const gone = await context.objects.channel(seen.channelId).leave(context.actor);
  if (!gone.ok) return gone;
  return accept(gone.left ? {} : { not_in_channel: true });
});
