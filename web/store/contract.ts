import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { ChannelKind } from '../../protocol/channel-summary.ts';
import type { Conversation, Message, Team, User } from '../../protocol/entities.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { ChannelLevel } from '../../protocol/channel-level.ts';
import type { Preferences } from '../../protocol/preferences.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Answer, Call } from '../api/call.ts';
import type { LogFrame, Passing } from '../gateway/frames.ts';

/**
 * What pages and features code against. One Workspace for each open `/w/T…`; it is made by `openWorkspace` of
 * session.ts. Atoms are read with `useStore` of @nanostores/react; a function with an id answers the same atom for
 * the same id, so it may be called while rendering. Actions never throw; those that ask the server answer
 * `{ok: true, …}` or `{ok: false, error}` with a code of protocol/methods or `unreachable`.
 */
export interface Workspace {
  readonly teamId: TeamId;
  readonly $connection: ReadableAtom<Connection>;
  /** Undefined until the first hello. After it, all that the navigation needs is there at once. */
  readonly $self: ReadableAtom<User | undefined>;
  readonly $team: ReadableAtom<Team | undefined>;
  readonly people: People;
  readonly channels: Channels;
  readonly timelines: Timelines;
  readonly messages: Messages;
  readonly typing: Typing;
  readonly drafts: Drafts;
  readonly preferences: WorkspacePreferences;
  /** What the person wishes of all their clients; `wish` of features/preferences changes it. */
  readonly $wishes: WritableAtom<Preferences>;
  /** By name an address, or `alias:` and another name. Undefined until they are read. */
  readonly $customEmoji: ReadableAtom<ReadonlyMap<string, string> | undefined>;
  /**
   * All that comes by the socket once the state has it, for what is loaded later: rules, notices. Answers how to stop.
   */
  follow(listener: (event: News) => void): () => void;
  /** For what has no action here: settings, invitations (`invitations.create`), profiles. */
  readonly call: Call;
  /** Tries to connect at once, for a button "Try again". */
  reconnect(): void;
  /** Closes the socket and forgets everything in memory. What is on the device stays. */
  close(): void;
}

export type News = LogFrame | Passing;

export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  /** No socket. A banner belongs there once `sinceMs` lies 2 s back; it tries again by itself at `retryAtMs`. */
  | { readonly state: 'offline'; readonly sinceMs: number; readonly retryAtMs: number }
  /** Locked: nothing is sent any more; drafts and unsent messages wait on the device for the same person. */
  | { readonly state: 'signed_out' }
  | { readonly state: 'revoked' }
  /** Another person signed in to this workspace in this browser. Reloading shows theirs. */
  | { readonly state: 'user_changed' }
  /** The server is newer than this page can speak with: reload. */
  | { readonly state: 'outdated' };

export interface People {
  /** One person; an unknown id is asked for, once. */
  person(userId: UserId): ReadableAtom<User | undefined>;
  /** Everybody who is known, bots and deactivated people too, by name. */
  readonly $all: ReadableAtom<readonly User[]>;
  readonly $isLoaded: ReadableAtom<boolean>;
  /** They are so now, as it was heard elsewhere: in an answer, or by a clock. */
  take(...users: readonly User[]): void;
  /** For @: who can be named, those of `first` (a channel's members) before the rest. Case and accents do not count. */
  search(query: string, options?: { first?: ReadonlySet<UserId>; limit?: number }): User[];
}

/** A line of the navigation. */
export interface ChannelLine {
  readonly id: ChannelId;
  readonly kind: ChannelKind;
  /** Without `#`. '' for direct and group channels: show the names of `people` without oneself. */
  readonly name: string;
  /** Direct and group channels: everybody in it, oneself too. */
  readonly people: readonly UserId[];
  readonly isGeneral: boolean;
  readonly isArchived: boolean;
  /** Of muted ones, too: the navigation decides how to show it. */
  readonly unread: number;
  readonly mentions: number;
  readonly lastReadTs: Timestamp | undefined;
  readonly hasDraft: boolean;
  readonly hasFailed: boolean;
  readonly isStarred: boolean;
  readonly isMuted: boolean;
  /** What of it one is notified of. */
  readonly level: ChannelLevel;
}

export interface Channels {
  /** The channels that one is in, by kind and name. Changes only when a channel comes, goes or is renamed. */
  readonly $ids: ReadableAtom<readonly ChannelId[]>;
  /** Undefined for a channel that one is not in. */
  line(channelId: ChannelId): ReadableAtom<ChannelLine | undefined>;
  /** All lines at once, for the quick switcher and for moving to the next unread. */
  readonly $lines: ReadableAtom<readonly ChannelLine[]>;
  /** Of the whole workspace, muted channels left out: the title, the app's badge. */
  readonly $badge: ReadableAtom<{ readonly mentions: number; readonly hasUnread: boolean }>;
  /** Those at the top of the list. */
  readonly $starred: ReadableAtom<ReadonlySet<ChannelId>>;
  /** Topic, purpose, members: loaded at the first look, kept right by events. For channels one is not in, too. */
  details(channelId: ChannelId): ReadableAtom<ChannelDetails>;
  /** All members of a channel that has more than the first look brings. */
  loadMembers(channelId: ChannelId): Promise<void>;
  create(name: string, options?: { isPrivate?: boolean }): Promise<Answer<'conversations.create'>>;
  join(channelId: ChannelId): Promise<Answer<'conversations.join'>>;
  leave(channelId: ChannelId): Promise<Answer<'conversations.leave'>>;
  invite(channelId: ChannelId, userIds: readonly UserId[]): Promise<Answer<'conversations.invite'>>;
  kick(channelId: ChannelId, userId: UserId): Promise<Answer<'conversations.kick'>>;
  setTopic(channelId: ChannelId, topic: string): Promise<Answer<'conversations.setTopic'>>;
  reopen(channelId: ChannelId): Promise<Answer<'conversations.unarchive'>>;
  /** On every device. Seen at once, undone if it is refused. */
  setMuted(channelId: ChannelId, isMuted: boolean): Promise<Answer<'channels.setMute'>>;
  /** On every device. Seen at once, undone if it is refused. */
  setStarred(channelId: ChannelId, isStarred: boolean): Promise<Answer<'stars.add'> | Answer<'stars.remove'>>;
  /** The direct channel with one person, or the group with several; oneself is left out. */
  openDirect(userIds: readonly UserId[]): Promise<Answer<'conversations.open'>>;
  /** For the quick switcher: channels by how often and how lately they were opened. */
  frecency(channelId: ChannelId): number;
}

export interface ChannelDetails {
  readonly isLoading: boolean;
  readonly error: string | undefined;
  readonly channel: Conversation | undefined;
  /** Undefined until read; at most 1,000 of them. */
  readonly members: readonly UserId[] | undefined;
}

/**
 * A row of a timeline. `key` is React's key and the virtual list's: it stays the same from the optimistic row to the
 * stored message, for ever.
 */
export type Row =
  | {
      readonly kind: 'message';
      readonly key: string;
      /** With one's own edit and reactions laid over it while they are on their way. */
      readonly message: Message;
      readonly change: 'none' | 'saving';
    }
  | { readonly kind: 'pending'; readonly key: string; readonly pending: Pending }
  | { readonly kind: 'ephemeral'; readonly key: string; readonly message: EphemeralMessage };

/** Shown to this person alone, until the page goes: it is in no log, counts nowhere and cannot be answered. */
export type EphemeralMessage = EventBody<'message_ephemeral'>;

/** A message that the server has not confirmed. `sent`: confirmed, its row follows. */
export interface Pending {
  readonly id: string;
  readonly channelId: ChannelId;
  readonly threadTs: Timestamp | undefined;
  readonly isBroadcast: boolean;
  readonly text: string;
  readonly createdMs: number;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** With `failed`: a code of chat.postMessage. */
  readonly error: string | undefined;
}

export interface TimelineWindow {
  readonly channelId: ChannelId;
  /** A page is there, be it an empty one. */
  readonly isLoaded: boolean;
  /** Oldest first, without a hole; unsent messages at the end, only where the window reaches the newest. */
  readonly rows: readonly Row[];
  readonly hasOlder: boolean;
  /** The window does not reach the newest: live messages are not appended, `followOnAppend` must be off. */
  readonly hasNewer: boolean;
  readonly loading: 'none' | 'first' | 'older' | 'newer';
  /** The last load failed with this code; a repeat of the same call tries again. */
  readonly error: string | undefined;
  /** Where "New" stands: set at `enter`, and by the first message that comes while one is not looking. */
  readonly firstUnreadTs: Timestamp | undefined;
  readonly lastReadTs: Timestamp | undefined;
  /** The message that `jumpTo` asked for, to highlight; undefined once it is not there. */
  readonly targetTs: Timestamp | undefined;
  /** Rises when the rows were replaced rather than extended: the list forgets its scroll and places itself anew. */
  readonly generation: number;
}

export interface ThreadWindow {
  readonly channelId: ChannelId;
  readonly threadTs: Timestamp;
  /** The parent; a tombstone (`subtype`) if it was deleted, undefined until loaded. */
  readonly parent: Row | undefined;
  /** Replies, oldest first, then unsent ones. */
  readonly rows: readonly Row[];
  readonly hasNewer: boolean;
  /** Whether one is told of its replies; undefined until that is known. */
  readonly isFollowed: boolean | undefined;
  /** Where "New" stands: set when it is opened, and by the first reply that comes while one is not looking. */
  readonly firstUnreadTs: Timestamp | undefined;
  readonly loading: 'none' | 'first' | 'newer';
  /** `thread_not_found` also once the parent is deleted and no reply is left. */
  readonly error: string | undefined;
}

export interface Timelines {
  /** Does not load by itself: `enter` does. */
  window(channelId: ChannelId): ReadableAtom<TimelineWindow>;
  /**
   * The channel is shown: loads around the first unread message, or the newest page, unless it is there; places the
   * "New" line. `at` opens at a message (a permalink) instead.
   */
  enter(channelId: ChannelId, at?: Timestamp): void;
  /** The channel is no longer shown: the "New" line goes, and an untouched window may be dropped from memory. */
  leave(channelId: ChannelId): void;
  loadOlder(channelId: ChannelId): Promise<void>;
  loadNewer(channelId: ChannelId): Promise<void>;
  /** Within the window nothing loads, only `targetTs` is set; else the window is replaced by one around `ts`. */
  jumpTo(channelId: ChannelId, ts: Timestamp): Promise<void>;
  /** Back to the newest page. */
  jumpToNewest(channelId: ChannelId): Promise<void>;
  /**
   * Whether the person sees the newest row (scrolled to the end, page visible and focused). The store moves the
   * mark by itself while they do, and the "New" line for what comes while they do not.
   */
  setLooking(channelId: ChannelId, isLooking: boolean): void;
  thread(channelId: ChannelId, threadTs: Timestamp): ReadableAtom<ThreadWindow>;
  enterThread(channelId: ChannelId, threadTs: Timestamp): void;
  leaveThread(channelId: ChannelId, threadTs: Timestamp): void;
  /** As `setLooking`, for the thread's last reply. */
  setLookingAtThread(channelId: ChannelId, threadTs: Timestamp, isLooking: boolean): void;
  loadMoreReplies(channelId: ChannelId, threadTs: Timestamp): Promise<void>;
}

export interface Draft {
  readonly text: string;
  readonly threadTs?: Timestamp | undefined;
  /** A reply that is shown in the channel, too. */
  readonly isBroadcast?: boolean | undefined;
}

export interface Messages {
  /**
   * Shown at once; kept on the device until the server has it. Answers the row's key. `taken` are the words of the
   * field that it was made of: they are dropped once the message itself lies on the device.
   */
  send(channelId: ChannelId, draft: Draft, taken?: TakenWords): string;
  /** Everything that waits or failed, of all channels, oldest first. */
  readonly $unsent: ReadableAtom<readonly Pending[]>;
  retry(pendingId: string): void;
  /** Takes a failed or waiting message back; answers its text, so that it can go into the composer again. */
  discard(pendingId: string): string | undefined;
  edit(channelId: ChannelId, ts: Timestamp, text: string): Promise<Answer<'chat.update'>>;
  /** Out of sight while its deletion is held (features/message/deletions.ts). */
  hide(channelId: ChannelId, ts: Timestamp): void;
  /** In sight again at once; one that the server has deleted, as soon as the row says so itself. */
  unhide(channelId: ChannelId, ts: Timestamp, isDeleted?: boolean): void;
  /** Adds or takes back one's own reaction; `name` without colons. Seen at once, undone if it is refused. */
  toggleReaction(
    channelId: ChannelId,
    ts: Timestamp,
    name: string,
  ): Promise<Answer<'reactions.add'> | Answer<'reactions.remove'>>;
  /** Up to this message; forward only. Seen at once, told to the server at most every 3 s. */
  markRead(channelId: ChannelId, ts: Timestamp): void;
  /** Esc: everything. */
  markAllRead(channelId: ChannelId): void;
  /** Back to just before this message; it stays so until the next mark. Seen at once. */
  markUnreadFrom(channelId: ChannelId, ts: Timestamp): void;
  /** Whether one is told of a thread's replies. Seen at once. */
  followThread(channelId: ChannelId, threadTs: Timestamp, isFollowed: boolean): void;
  /** Takes away what only this person was shown. */
  dismiss(channelId: ChannelId, ts: Timestamp): void;
  /** One's own newest message of this timeline, for ↑. */
  lastOwn(channelId: ChannelId, threadTs?: Timestamp): Message | undefined;
}

export interface Typing {
  /** Who types there now; each goes after some seconds of silence, or with their message. */
  typists(channelId: ChannelId, threadTs?: Timestamp): ReadableAtom<readonly UserId[]>;
  /** To be called at each keystroke: says so at most every 3 s. */
  note(channelId: ChannelId, threadTs?: Timestamp): void;
}

export interface Drafts {
  /** '' without one. Survives a reload, on this device alone, for this person alone. */
  draft(channelId: ChannelId, threadTs?: Timestamp): ReadableAtom<string>;
  /** Kept in memory at once, on the device within half a second and when the page is hidden. */
  set(channelId: ChannelId, text: string, threadTs?: Timestamp): void;
  /** Empties the field. On the device the words stay a draft until it is said what became of them. */
  take(channelId: ChannelId, threadTs?: Timestamp): TakenWords;
  readonly $isLoaded: ReadableAtom<boolean>;
}

/** Words that left the field and are not safe elsewhere yet: a page that ends now shows them in the field again. */
export interface TakenWords {
  readonly text: string;
  /** They are safe, or need not be. */
  drop(): void;
  /** Into the field again, before what was written since. */
  giveBack(): void;
}

/** On this device, for this person in this workspace; what they star and mute the server knows. Theme and density are preferences.ts, for the device. */
export interface WorkspacePreferences {
  /** Sections of the navigation that are folded, by the name that the navigation gives them. */
  readonly $collapsed: ReadableAtom<ReadonlySet<string>>;
  readonly $lastChannel: ReadableAtom<ChannelId | undefined>;
  /** Emoji that were used last, newest first. */
  readonly $recentEmoji: ReadableAtom<readonly string[]>;
  setCollapsed(section: string, isCollapsed: boolean): void;
  noteEmoji(name: string): void;
}
