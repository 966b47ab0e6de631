import { isChannelId, isScheduledMessageId } from '../../../../protocol/ids.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

/** Also of a channel that its author may no longer see: theirs is theirs to take back. */
export const chatDeleteScheduledMessage = handler<'chat.deleteScheduledMessage'>(async (context, args) => {
  const { objects, actor } = context;
  const { channel, scheduled_message_id: id } = args;
  if (isChannelId(channel) && isScheduledMessageId(id)) {
    const deleted = await objects.member(actor.teamId, actor.userId).unschedule(channel, id);
    if (deleted.ok) return deleted;
    const visible = await requireVisible(context, channel);
    return visible.ok ? deleted : visible;
  }
  const visible = await requireVisible(context, channel);
  return visible.ok ? refuse('invalid_scheduled_message_id') : visible;
});
