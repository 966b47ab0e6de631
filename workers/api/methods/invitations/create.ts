import { isChannelId, isDirectId } from '../../../../protocol/ids.ts';
import type { ChannelId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { defined } from '../../defined.ts';
import { visibleToOutsider } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { showInvitation } from '../../show-invitation.ts';

export const invitationsCreate = handler<'invitations.create'>(async (context, args) => {
  const { objects, actor, request } = context;
  const channels = await findChannels(context, args.channel_ids);
  if (!channels.ok) return channels;
  const { role, email, days, max_uses: maxUses } = args;
  const created = await objects.directory(actor.teamId).createInvitation(actor, {
    role,
    channelIds: channels.channelIds,
    maxUses,
    days,
    ...defined({ email }),
  });
  if (!created.ok) return created;
  const { invitation, secret } = created;
  return accept({
    invitation: showInvitation(invitation),
    secret,
    url: `${request.origin}/invite/${secret}`,
  });
});

/** An invitation opens a channel to somebody else, so the one who makes it must see it, now. */
async function findChannels(
  context: CallerCall,
  asked: readonly string[],
): Promise<Outcome<{ channelIds: ChannelId[] }, 'channel_not_found'>> {
  const channelIds = [...new Set(asked)].filter((id) => isChannelId(id));
  if (asked.some((id) => !isChannelId(id) || isDirectId(id))) return refuse('channel_not_found');
  if (channelIds.length === 0) return accept({ channelIds });
  const { objects, actor } = context;
  const memberships = await objects.member(actor.teamId, actor.userId).memberships();
  const own = new Set(memberships.map(({ channelId }) => channelId));
  const others = channelIds.filter((id) => !own.has(id));
  const seen = await Promise.all(others.map((id) => visibleToOutsider(context, id)));
  return seen.every(({ ok }) => ok) ? accept({ channelIds }) : refuse('channel_not_found');
}
