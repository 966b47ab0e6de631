import type { ChannelKind } from '../../protocol/channel-summary.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { WorkspaceRules } from '../../protocol/message-rules.ts';
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

/** What is said in a public channel a person reads from outside, a bot only where somebody brought it in. */
export const mayReadFromOutside = (who: Pick<Who, 'role'> & { readonly bot?: object }): boolean =>
  maySeePublicChannels(who) && who.bot === undefined;

export const mayCreateChannel = (who: Pick<Who, 'role'>): boolean => !isGuest(who);
export const mayArchive = (who: Pick<Who, 'role'>): boolean => !isGuest(who);
/** Topic and purpose. */
export const mayDescribeChannel = (who: Pick<Who, 'role'>): boolean => !isGuest(who);
export const mayInviteToChannel = (who: Pick<Who, 'role'>): boolean => !isGuest(who);

/** As in Slack: whoever made it, and admins. */
export const mayRename = (who: Who, where: Pick<Where, 'creator'>): boolean =>
  !isGuest(who) && (isAdmin(who) || where.creator === who.userId);
/** What `admin.conversations.*` does. */
export const mayManageChannels = (who: Pick<Who, 'role'>): boolean => isAdmin(who);

/** As in Slack: from a public channel admins and whoever made it remove people, from a private one any full member. */
export const mayKick = (who: Who, where: Where): boolean =>
  !isGuest(who) && (where.kind !== 'public' || isAdmin(who) || where.creator === who.userId);

export const mayDeleteOthersMessage = (who: Pick<Who, 'role'>): boolean => isAdmin(who);

/** A bot outlives whoever made it and its tokens can read what it is in: for those who answer for the workspace. */
export const mayCreateBot = (who: Pick<Who, 'role'>): boolean => isAdmin(who);
export const mayCreateTokenOfBot = mayCreateBot;

/** Name, picture and rules of the workspace. */
export const mayRunWorkspace = (who: Pick<Who, 'role'>): boolean => isAdmin(who);

/** An owner invites to any role, an admin members and guests, a member members, unless that is for admins alone. */
export function mayInvitePeople(
  who: Pick<Who, 'role'>,
  invitedAs: Role,
  { adminsInviteAlone }: Pick<WorkspaceRules, 'adminsInviteAlone'>,
): boolean {
  switch (who.role) {
    case 'owner':
      return true;
    case 'admin':
      return invitedAs === 'member' || invitedAs === 'guest';
    case 'member':
      return invitedAs === 'member' && !adminsInviteAlone;
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

export type ManageDecision = 'allowed' | 'not_an_admin' | 'not_an_owner';

/** Admins answer for members, guests and bots, owners for everybody. */
export function decideManage(who: Pick<Who, 'role'>, whose: Pick<Who, 'role'>): ManageDecision {
  if (!isAdmin(who)) return 'not_an_admin';
  return who.role === 'owner' || !isAdmin(whose) ? 'allowed' : 'not_an_owner';
}

/** Sessions and tokens: one's own, or as who answers for their holder. */
export const decideCredentials = (who: Who, whose: Who): ManageDecision =>
  who.userId === whose.userId ? 'allowed' : decideManage(who, whose);

/** Whose role changes: what the Directory knows of them. */
export interface Standing {
  readonly role: Role;
  readonly isActive: boolean;
  readonly isBot: boolean;
  /** An active owner, and the only one. */
  readonly isLastOwner: boolean;
}

/**
 * Nobody rises by themselves, and a workspace is never without an owner: one who is not the last may step down. A bot
 * has no role, and who was deactivated comes back with theirs.
 */
export function decideRoleChange(
  who: Pick<Who, 'role'>,
  whose: Standing,
  to: Role,
): ManageDecision | 'invalid_role_for_user' | 'last_owner' {
  const byWhom = decideManage(who, whose);
  if (byWhom !== 'allowed') return byWhom;
  if (isAdmin({ role: to }) && who.role !== 'owner') return 'not_an_owner';
  if (whose.isBot || !whose.isActive) return 'invalid_role_for_user';
  return whose.isLastOwner && to !== 'owner' ? 'last_owner' : 'allowed';
}

/** An owner who is not the last may go themselves. */
export function decideDeactivation(
  who: Pick<Who, 'role'>,
  whose: Pick<Standing, 'role' | 'isLastOwner'>,
): ManageDecision | 'last_owner' {
  const byWhom = decideManage(who, whose);
  return byWhom === 'allowed' && whose.isLastOwner ? 'last_owner' : byWhom;
}

/** As in Slack's own client: everybody but guests adds emoji, and changes what they added; admins change all. */
export const mayAddEmoji = (who: Pick<Who, 'role'>): boolean => !isGuest(who);
export const mayChangeEmoji = (who: Who, creator: UserId): boolean =>
  isAdmin(who) || (!isGuest(who) && who.userId === creator);

/** Slack's usual setting: everybody but guests. */
export const mayManageUsergroups = (who: Pick<Who, 'role'>): boolean => !isGuest(who);

export const maySeeInvitationsOfOthers = (who: Pick<Who, 'role'>): boolean => isAdmin(who);
/** A link is taken back by who made it, and by admins. */
export const mayRevokeInvitation = (who: Who, inviter: UserId): boolean =>
  isAdmin(who) || who.userId === inviter;
