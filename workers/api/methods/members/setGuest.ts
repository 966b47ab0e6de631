import { isChannelId, isDirectId, isUserId } from '../../../../protocol/ids.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const membersSetGuest = handler<'members.setGuest'>(async ({ objects, actor }, args) => {
  if (!isUserId(args.user_id)) return refuse('user_not_found');
  const channelIds = args.channel_ids.filter((id) => isChannelId(id));
  const isWrong = channelIds.length < args.channel_ids.length || channelIds.some((id) => isDirectId(id));
  if (isWrong) return refuse('channel_not_found');
  return objects.directory(actor.teamId).setGuest(actor, args.user_id, channelIds);
});
