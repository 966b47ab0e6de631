import { mayInviteToChannel } from '../../../../domain/permissions/permissions.ts';
import { isUserId, slackbotId } from '../../../../protocol/ids.ts';
import type { Seat } from '../../../../protocol/objects/channel.ts';
import { accept, refuse, refuseFor } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';

export const conversationsInvite = handler<'conversations.invite'>(async (context, args) => {
  if (args.users.length === 0) return refuse('no_user');
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  // Asked before who they are: of people whom they do not know of a guest learns nothing.
  if (!mayInviteToChannel(context.actor)) return refuse('user_is_restricted');
  const found = await findSeats(context, args.users, args.force);
  if (!found.ok) return found;
  const channel = context.objects.channel(seen.channelId);
  const invited = await channel.invite(context.actor, found.seats, args.force);
  if (!invited.ok) return invited;
  const view = { isMember: true, lastRead: seen.membership.markTs };
  return accept({ channel: showConversation(context, invited.summary, view) });
});

/** Those who are people of this workspace, and active. With `force` the others are passed over. */
async function findSeats(
  { objects, actor }: CallerCall,
  users: readonly string[],
  force: boolean,
): Promise<Outcome<{ seats: Seat[] }, 'user_not_found'>> {
  const asked = [...new Set(users)];
  const people = await objects.directory(actor.teamId).persons(asked.filter((user) => isUserId(user)));
  const seats = people
    .filter(({ id, isActive }) => isActive && id !== slackbotId)
    .map(({ id, role }) => ({ userId: id, role }));
  const isEnough = force ? seats.length > 0 : seats.length === asked.length;
  if (isEnough) return accept({ seats });
  const known = new Set<string>(seats.map(({ userId }) => userId));
  return refuseFor(
    'user_not_found',
    asked.filter((user) => !known.has(user)),
  );
}
