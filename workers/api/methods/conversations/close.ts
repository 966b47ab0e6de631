import { isDirectId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

/** First the channel, which will tell of the next message, then the caller’s own list. */
export const conversationsClose = handler<'conversations.close'>(async (context, args) => {
  const { objects, actor } = context;
  const seen = await requireVisible(context, args.channel);
  if (!seen.ok) return seen;
  const { channelId } = seen;
  if (!isDirectId(channelId)) return refuse('method_not_supported_for_channel_type');
  if (seen.isMember && !seen.membership.isOpen) return accept({ no_op: true, already_closed: true });
  const closing = await objects.channel(channelId).close(actor);
  if (!closing.ok) {
    switch (closing.error) {
      case 'method_not_supported_for_channel_type':
        return refuse(closing.error);
      default:
        return refuse('channel_not_found');
    }
  }
  const closed = await objects.member(actor.teamId, actor.userId).closeConversation(channelId, closing.seq);
  if (!closed.ok) return refuse('channel_not_found');
  return accept(closed.already ? { no_op: true, already_closed: true } : {});
});
