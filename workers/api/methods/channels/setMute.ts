import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const channelsSetMute = handler<'channels.setMute'>(async (context, { channel, muted }) => {
  const seen = await requireMember(context, channel);
  if (!seen.ok) return seen;
  const { teamId, userId } = context.actor;
  return context.objects.member(teamId, userId).setPreferences(seen.channelId, { muted });
});
