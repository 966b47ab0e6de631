import { isScheduledMessageId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const scheduledMessagesSetTime = handler<'scheduledMessages.setTime'>(async (context, args) => {
  const { objects, actor } = context;
  const { scheduled_message_id: id, post_at: postAt } = args;
  const visible = await requireVisible(context, args.channel);
  if (!visible.ok) return visible;
  if (!isScheduledMessageId(id)) return refuse('invalid_scheduled_message_id');
  const member = objects.member(actor.teamId, actor.userId);
  const moved = await member.moveScheduled(visible.channelId, id, postAt);
  return moved.ok ? accept({ post_at: postAt }) : moved;
});
