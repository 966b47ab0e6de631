import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const channelsSetLevel = handler<'channels.setLevel'>(async (context, { channel, level }) => {
  const seen = await requireMember(context, channel);
  if (!seen.ok) return seen;
  const { teamId, userId } = context.actor;
  return context.objects.member(teamId, userId).setPreferences(seen.channelId, { level });
});
