import type { ChannelKind } from '../../protocol/channel-summary.ts';
import type { UserId } from '../../protocol/ids.ts';
import { roles } from '../../protocol/roles.ts';
import type { Role } from '../../protocol/roles.ts';

/**
 * Who may do what by their role, and nothing else: whether they are in the channel, whether it is archived or of
 * the right kind is asked where that is known. An Actor of protocol/objects fits wherever a Who is wanted.
 */
export interface Who {
  readonly userId: UserId;
  readonly role: Role;
}
export interface Where {
  readonly kind: ChannelKind;
  readonly creator: UserId;
}

const isGuest = ({ role }: { role: Role }): boolean => role === 'guest';
const isAdmin = ({ role }: { role: Role }): boolean => role === 'owner' || role === 'admin';
/** Owner > admin > member > guest. */
const outranks = (role: Role, other: Role): boolean => roles.indexOf(role) < roles.indexOf(other);

/** A guest knows only the channels that somebody brought them into. */
export const maySeePublicChannels = (who: Pick<Who, 'role'>): boolean => !isGuest(who);
export const mayJoin = (who: Pick<Who, 'role'>, where: Pick<Where, 'kind'>): boolean =>
  !isGuest(who) && where.kind === 'public';

export const mayCreateChannel = (who: Pick<Who, 'role'>): boolean => !isGuest(who);
export const mayArchive = (who: Pick<Who, 'role'>): boolean => !isGuest(who);
export const mayInviteToChannel = (who: Pick<Who, 'role'>): boolean => !isGuest(who);

/** As in Slack: from a public channel admins and whoever made it remove people, from a private one any full member. */
export const mayKick = (who: Who, where: Where): boolean =>
  !isGuest(who) && (where.kind !== 'public' || isAdmin(who) || where.creator === who.userId);

export const mayDeleteOthersMessage = (who: Pick<Who, 'role'>): boolean => isAdmin(who);

/** A bot outlives whoever made it and its tokens can read what it is in: for those who answer for the workspace. */
export const mayCreateBot = (who: Pick<Who, 'role'>): boolean => isAdmin(who);
export const mayCreateTokenOfBot = mayCreateBot;

/** An owner invites to any role, an admin members and guests, a member members. */
export function mayInvitePeople(who: Pick<Who, 'role'>, invitedAs: Role): boolean {
  switch (who.role) {
    case 'owner':
      return true;
    case 'admin':
      return invitedAs === 'member' || invitedAs === 'guest';
    case 'member':
      return invitedAs === 'member';
    case 'guest':
      return false;
  }
}

/** One's own, or as an admin that of somebody below: Slack's codes say which of the two is missing. */
export function decideProfileChange(
  who: Who,
  whose: Who,
): 'allowed' | 'not_admin' | 'cannot_update_admin_user' {
  if (who.userId === whose.userId) return 'allowed';
  if (!isAdmin(who)) return 'not_admin';
  return outranks(who.role, whose.role) ? 'allowed' : 'cannot_update_admin_user';
}
