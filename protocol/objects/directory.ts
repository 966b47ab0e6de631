import type { ChannelSummary } from '../channel-summary.ts';
import type { Team, User, Usergroup } from '../entities.ts';
import type { BotId, ChannelId, InvitationId, TeamId, UsergroupId, UserId } from '../ids.ts';
import type { WorkspaceRules } from '../message-rules.ts';
import type { Outcome } from '../refusal.ts';
import type { Role } from '../roles.ts';
import type { Actor } from './caller.ts';
import type { RenameError } from './channel.ts';
import type { LogEntry } from './delivery.ts';

export interface TeamInfo {
  readonly id: TeamId;
  readonly name: string;
  readonly domain: string;
  /** Seconds. */
  readonly created: number;
  readonly generalId: ChannelId;
  readonly shards: { readonly count: number; readonly epoch: number };
  /** The hash of its picture. */
  readonly icon?: string;
}

/** A person as the Directory knows them: Slack's User, and what is not told outside. */
export interface Person {
  readonly id: UserId;
  readonly role: Role;
  readonly isActive: boolean;
  readonly bot?: { readonly id: BotId; readonly name: string };
  readonly accountId?: string;
  /** Slack's form. `profile.email` is always in it: who may not see it gets it without (workers/api/present). */
  readonly user: User;
}

export interface ChannelsQuery {
  readonly kinds: readonly ChannelSummary['kind'][];
  readonly excludeArchived: boolean;
  /** Private, direct and group channels are listed only from these: the caller's own. For guests public ones too. */
  readonly memberOf: readonly ChannelId[];
  readonly publicOnlyIfMember: boolean;
  readonly after?: ChannelId;
  readonly limit: number;
}

export interface InvitationView {
  readonly id: InvitationId;
  readonly role: Role;
  readonly channelIds: readonly ChannelId[];
  readonly email?: string;
  readonly maxUses: number;
  readonly uses: number;
  /** Seconds. */
  readonly expires: number;
  readonly inviter: UserId;
}
/** What a user group is called and its default channels; what is left out does not change. */
export interface UsergroupRequest {
  readonly name?: string;
  readonly handle?: string;
  readonly description?: string;
  /** As the caller wrote them. */
  readonly channels?: readonly string[];
}
type UsergroupError =
  | 'permission_denied'
  | 'missing_subteam_name'
  | 'name_too_long'
  | 'description_too_long'
  | 'bad_handle'
  | 'forbidden_handle'
  | 'invalid_channel_provided'
  | 'name_already_exists'
  | 'handle_already_exists';
/** A custom emoji: a path on this server, or `alias:` and a name. */
export interface CustomEmoji {
  readonly name: string;
  readonly value: string;
  readonly creator: UserId;
  /** Seconds. */
  readonly created: number;
}
type EmojiError = 'not_an_admin' | 'error_name_taken';
type InvitationError =
  'invitation_not_found' | 'invitation_expired' | 'invitation_used' | 'invitation_revoked';
type ManageError = 'user_not_found' | 'not_an_admin' | 'not_an_owner';
type RoleError = ManageError | 'invalid_role_for_user' | 'last_owner';
type Late = 'service_unavailable';

/** One workspace: names of channels, people and roles, invitations, and a copy of each channel's summary. */
export interface DirectoryObject {
  /** Makes the workspace, its first owner and #general; a repeat goes on where it stopped. */
  found(request: {
    team: { id: TeamId; name: string; domain: string };
    owner: { userId: UserId; accountId: string; email: string; realName: string };
    shardCount: number;
  }): Promise<Outcome<{ team: TeamInfo }, Late>>;
  team(): Promise<TeamInfo | undefined>;
  rules(): Promise<WorkspaceRules>;
  /** What is not named stays. By admins and owners. */
  setRules(
    actor: Actor,
    changes: Partial<WorkspaceRules>,
  ): Promise<Outcome<{ rules: WorkspaceRules }, 'not_an_admin'>>;
  /** By admins and owners. The Store, which lists workspaces by name, has it a moment later. */
  setName(actor: Actor, name: string): Promise<Outcome<{ team: TeamInfo }, 'not_an_admin'>>;
  /** By admins and owners; undefined takes it away. What was there before is deleted from the bucket a moment later. */
  setIcon(actor: Actor, hash: string | undefined): Promise<Outcome<{ team: TeamInfo }, 'not_an_admin'>>;

  /** A channel by id or name that this actor may see without being in it: public, and the actor no guest. */
  visibleChannel(
    actor: Actor,
    by: { id: ChannelId } | { name: string },
  ): Promise<Outcome<{ summary: ChannelSummary }, 'channel_not_found'>>;
  /** Any channel by name, of this workspace: its id alone; whether the caller may see it is asked elsewhere. */
  channelNamed(name: string): Promise<ChannelId | undefined>;
  /** In the order asked; unknown ones are left out. */
  summaries(ids: readonly ChannelId[]): Promise<ChannelSummary[]>;
  channels(query: ChannelsQuery): Promise<{ channels: ChannelSummary[]; more: boolean }>;
  createChannel(
    actor: Actor,
    request: { name: string; isPrivate: boolean },
  ): Promise<Outcome<{ summary: ChannelSummary }, 'name_taken' | 'restricted_action' | Late>>;
  /** The Channel says whether this actor may; `name` is valid (domain/naming). Exact as a creation is. */
  renameChannel(
    actor: Actor,
    channelId: ChannelId,
    request: { name: string; asAdmin: boolean },
  ): Promise<Outcome<{ summary: ChannelSummary }, 'name_taken' | RenameError | Late>>;
  /** `others` without the actor; the same people get the same channel. `create: false` only looks. */
  openDirect(
    actor: Actor,
    others: readonly UserId[],
    create: boolean,
  ): Promise<
    Outcome<
      { summary: ChannelSummary; already: boolean },
      'user_not_found' | 'user_disabled' | 'channel_not_found' | Late
    >
  >;
  /** From a Channel; an older `rev` changes nothing. */
  summarise(summary: ChannelSummary): Promise<void>;
  /** From a Channel that is deleted, and has told everybody else: its name is free. A repeat changes nothing. */
  forgetChannel(channelId: ChannelId): Promise<void>;

  person(userId: UserId): Promise<Person | undefined>;
  /** In the order asked; unknown ones are left out. */
  persons(userIds: readonly UserId[]): Promise<Person[]>;
  /** By user id, rising. */
  people(page: { after?: UserId; limit: number }): Promise<{ people: Person[]; more: boolean }>;
  personOfAccount(accountId: string): Promise<Person | undefined>;
  /** Active ones alone; the address as somebody writes it. */
  personByEmail(email: string): Promise<Person | undefined>;
  bot(botId: BotId): Promise<Person | undefined>;
  /** Fields by Slack's names. The caller's right to change this person was decided in the Worker; here again. */
  setProfile(
    actor: Actor,
    userId: UserId,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<
    Outcome<
      { person: Person },
      | 'user_not_found'
      | 'invalid_profile'
      | 'too_long'
      | 'not_admin'
      | 'cannot_update_admin_user'
      | 'reserved_name'
      | 'must_clear_both_status_text_and_status_emoji'
    >
  >;
  /**
   * Before bytes of a picture are stored under keys that begin so: if no photo, icon or emoji names them within ten
   * minutes, they are deleted from the bucket.
   */
  expectPicture(actor: Actor, prefix: string): Promise<void>;
  /** One's own; undefined takes it away. What was there before is deleted from the bucket a moment later. */
  setPhoto(actor: Actor, hash: string | undefined): Promise<Outcome<{ person: Person }, 'account_inactive'>>;
  createBot(actor: Actor, name: string): Promise<Outcome<{ person: Person }, 'restricted_action' | Late>>;

  /** Answered when the person's open sockets act by it. A repeat waits for that. */
  setRole(
    actor: Actor,
    userId: UserId,
    role: Exclude<Role, 'guest'>,
  ): Promise<Outcome<object, RoleError | Late>>;
  /**
   * A guest of these channels: out of every other one but direct conversations, and into those that they are not in.
   * Of a guest it changes the channels. Answered when all of it holds on open sockets.
   */
  setGuest(
    actor: Actor,
    userId: UserId,
    channelIds: readonly ChannelId[],
  ): Promise<Outcome<object, RoleError | 'channel_not_found' | 'guest_needs_channels' | Late>>;
  /** Ends every session, token and socket of a person or bot; what they wrote and where they are stays. */
  deactivate(
    actor: Actor,
    userId: UserId,
  ): Promise<Outcome<object, ManageError | 'last_owner' | 'user_already_deleted' | Late>>;
  /** With the role from before; they sign in anew. */
  reactivate(actor: Actor, userId: UserId): Promise<Outcome<object, ManageError | Late>>;

  /** By name, rising. */
  emoji(page?: { after?: string; limit: number }): Promise<CustomEmoji[]>;
  /** Whether somebody can react with it: a custom one's name, or an alias of it. */
  hasEmoji(name: string): Promise<boolean>;
  /** Its bytes are stored already. Names are checked by the Worker: of the right form, and no standard one's. */
  addEmoji(
    actor: Actor,
    emoji: { readonly name: string; readonly hash: string },
  ): Promise<Outcome<object, EmojiError | 'emoji_limit_reached'>>;
  /** `of` is a standard emoji's name or a custom one's; of an alias it takes what that stands for. */
  aliasEmoji(
    actor: Actor,
    alias: { readonly name: string; readonly of: string },
  ): Promise<Outcome<object, EmojiError | 'emoji_limit_reached' | 'error_invalid_alias'>>;
  /** With its aliases, and its bytes a moment later. */
  removeEmoji(actor: Actor, name: string): Promise<Outcome<object, 'not_an_admin' | 'emoji_not_found'>>;
  renameEmoji(
    actor: Actor,
    name: string,
    newName: string,
  ): Promise<Outcome<object, EmojiError | 'error_invalid_emoji_to_rename'>>;

  /** All of them, disabled ones too, by id, with users and count. */
  usergroups(): Promise<Usergroup[]>;
  usergroup(usergroupId: UsergroupId): Promise<Usergroup | undefined>;
  createUsergroup(
    actor: Actor,
    request: UsergroupRequest & { readonly name: string },
  ): Promise<Outcome<{ usergroup: Usergroup }, UsergroupError>>;
  updateUsergroup(
    actor: Actor,
    usergroupId: UsergroupId,
    request: UsergroupRequest,
  ): Promise<Outcome<{ usergroup: Usergroup }, UsergroupError | 'no_such_subteam'>>;
  enableUsergroup(
    actor: Actor,
    usergroupId: UsergroupId,
    isEnabled: boolean,
  ): Promise<Outcome<{ usergroup: Usergroup }, 'permission_denied' | 'no_such_subteam'>>;
  /** These and no others. Who is new comes into its default channels, some of them a moment after the answer. */
  setUsergroupPeople(
    actor: Actor,
    usergroupId: UsergroupId,
    users: readonly string[],
  ): Promise<
    Outcome<
      { usergroup: Usergroup },
      | 'permission_denied'
      | 'no_such_subteam'
      | 'no_users_provided'
      | 'subteam_max_users_exceeded'
      | 'invalid_users'
    >
  >;
  /** From a Channel whose messages mention these: whom. A group that is unknown or disabled mentions nobody. */
  usergroupPeople(
    usergroupIds: readonly UsergroupId[],
  ): Promise<{ usergroupId: UsergroupId; users: UserId[] }[]>;

  createInvitation(
    actor: Actor,
    request: { role: Role; channelIds: readonly ChannelId[]; email?: string; maxUses: number; days: number },
  ): Promise<
    Outcome<
      { invitation: InvitationView; secret: string },
      'restricted_action' | 'channel_not_found' | 'guest_needs_channels' | Late
    >
  >;
  invitation(
    secret: string,
  ): Promise<Outcome<{ invitation: InvitationView; team: TeamInfo; inviterName: string }, InvitationError>>;
  /** Those that still let somebody in and that this actor may take back, by id, rising. */
  invitations(
    actor: Actor,
    page: { after?: InvitationId; limit: number },
  ): Promise<{ invitations: InvitationView[]; more: boolean }>;
  revokeInvitation(
    actor: Actor,
    invitationId: InvitationId,
  ): Promise<Outcome<object, 'invitation_not_found'>>;
  /** One use for one account: a repeat by the same account answers with the same person and costs no use. */
  acceptInvitation(
    secret: string,
    account: { accountId: string; email: string; realName: string },
  ): Promise<
    Outcome<
      { team: TeamInfo; userId: UserId },
      InvitationError | 'invitation_for_other_email' | 'account_deactivated' | Late
    >
  >;

  /** For a socket's first frames, at one head. */
  boot(
    userId: UserId,
    channelIds: readonly ChannelId[],
  ): Promise<{
    team: Team;
    self: User;
    head: number;
    summaries: ChannelSummary[];
  }>;
  /** As Channel.since, of the workspace's own log. */
  since(actor: Actor, cursor: number): Promise<Outcome<{ entries: LogEntry[]; head: number }, 'reset'>>;
}
