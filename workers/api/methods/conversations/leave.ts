import { isChannelId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const conversationsLeave = handler<'conversations.leave'>(async (context, args) => {
  const { objects, actor } = context;
  const seen = await requireVisible(context, args.channel);
  const { channel } = args;
  if (!isChannelId(channel)) return refuse('channel_not_found');
  // A repeat of a call that got no answer in time: to somebody who left a private channel it is not visible any more,
  // but their Member remembers that they were in it.
  if (!seen.ok && !(await objects.member(actor.teamId, actor.userId).hasLeft(channel))) return seen;
  const gone = await objects.channel(channel).leave(actor);
  if (!gone.ok) return gone;
  return accept(gone.left ? {} : { not_in_channel: true });
});
