import type { ChannelKind, ChannelSummary } from '../channel-summary.ts';
import type { Attachment, Block, Bookmark, Message } from '../entities.ts';
import type { ChannelId, TeamId, UserId } from '../ids.ts';
import type { MessageRules } from '../message-rules.ts';
import type { Outcome } from '../refusal.ts';
import type { Role } from '../roles.ts';
import type { Micros, Timestamp } from '../timestamp.ts';
import type { Actor } from './caller.ts';
import type { Revocation } from './gateway.ts';
import type { Attachment as LogAttachment, LogEntry } from './delivery.ts';
import type { Packed } from './packed.ts';
import type { ThreadPlace } from './reading.ts';

/** Of whom it is known what the Directory knows: given by whoever brings a person in. */
export interface Seat {
  readonly userId: UserId;
  readonly role: Role;
}

export interface ChannelCreation {
  readonly id: ChannelId;
  readonly teamId: TeamId;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly isGeneral: boolean;
  readonly creator: UserId;
  /** Its first people, the creator among them. */
  readonly seats: readonly Seat[];
  readonly shards: { readonly count: number; readonly epoch: number };
}

/** What a bot is called and how it looks in one message. */
export interface Look {
  readonly username?: string;
  readonly icons?: Readonly<Record<string, string>>;
}
/** Whether links may get a preview; kept for whoever makes them. */
export interface Unfurl {
  readonly links?: boolean;
  readonly media?: boolean;
}

export interface PostCommand {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  readonly threadTs?: Timestamp;
  readonly broadcast?: boolean;
  readonly clientMessageId?: string;
  /** Null takes it away. */
  readonly metadata?: { event_type: string } | null;
  readonly isPlain?: boolean;
  readonly look?: Look;
  readonly unfurl?: Unfurl;
  /** Posted by a clock: nobody was there, so it is not read by its author because they wrote it. */
  readonly unattended?: boolean;
  readonly subtype?: 'me_message';
}

export type EphemeralCommand = Pick<PostCommand, 'text' | 'blocks' | 'attachments' | 'threadTs' | 'look'>;

export interface EditCommand {
  readonly ts: Timestamp;
  /** A reply is shown in the channel too from now on, with the words that it has. */
  readonly broadcast?: boolean;
  readonly text?: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  /** Null takes it away. */
  readonly metadata?: { event_type: string } | null;
}

export interface RenameCommand {
  readonly name: string;
  /** Of this try, by the Directory: it rises with each. */
  readonly number: number;
  readonly asAdmin: boolean;
}

export interface Pin {
  readonly message: Message;
  /** Seconds. */
  readonly created: number;
  readonly createdBy: UserId;
}

/** What a bookmark says; whether it can be one is for the channel to decide (domain/messages). */
interface BookmarkWords {
  readonly title: string;
  readonly link: string;
  readonly emoji: string;
}
type BookmarkError = Unseen | 'permission_denied' | 'invalid_link' | 'invalid_emoji' | 'invalid_arguments';

/** A page of history. Bounds are exclusive unless `inclusive`; `before` is the place where the last page ended. */
export interface HistoryQuery {
  readonly oldest?: Micros;
  readonly latest?: Micros;
  readonly inclusive: boolean;
  readonly limit: number;
  /** The `seq` of the last message of the page before. */
  readonly beforeSeq?: number;
}
export interface RepliesQuery {
  readonly ts: Timestamp;
  readonly oldest?: Micros;
  readonly latest?: Micros;
  readonly inclusive: boolean;
  readonly limit: number;
  readonly afterSeq?: number;
}
export interface MessagePage {
  readonly messages: Message[];
  readonly head: number;
  /** There where more lies behind this page. */
  readonly nextSeq?: number;
}

/** As it crosses. */
export type PackedPage<Page extends MessagePage = MessagePage> = Omit<Page, 'messages'> & {
  readonly messages: Packed<Message[]>;
};

/** A thread as it stands; unread is `ordinal − mark − deleted above the mark` (domain/unread). */
export interface ThreadHead {
  readonly threadTs: Timestamp;
  readonly replyCount: number;
  /** The place of the last reply, deleted ones counted. */
  readonly ordinal: number;
  /** Places of deleted replies, the newest 1,000. */
  readonly deletedOrdinals: readonly number[];
  readonly latestReply?: Timestamp;
}

export interface Resumed {
  readonly entries: LogEntry[];
  readonly head: number;
}

/** An entry that a person's Member (of `userId`; else every one) could not be told of. `at` in milliseconds. */
export interface SetAside {
  readonly userId?: UserId;
  readonly seq: number;
  readonly reason: string;
  readonly at: number;
}

type Unseen = 'channel_not_found';
/** What was said is no message. */
type Unfit = 'no_text' | 'msg_too_long' | 'msg_blocks_too_long' | 'attachment_payload_limit_exceeded';
type Writing = Unseen | 'not_in_channel' | 'is_archived';
/** The work was stored; another object did not confirm in time. A repeat of the call waits for it. */
type Late = 'service_unavailable';

/**
 * One channel: its log and order, messages, reactions, members. Everything it answers is on disk.
 * A caller who may not see it gets `channel_not_found`, as for one that was never created.
 */
export interface ChannelObject {
  /** Called by the Directory alone; a repeat answers the same. `void` if it was settled as never to be. */
  create(creation: ChannelCreation): Promise<Outcome<{ summary: ChannelSummary }, 'void' | Late>>;
  /** What became of a reservation: if it was not created, it never will be after this. */
  settleCreation(): Promise<{ created: boolean }>;

  /** `seq` is the row's own; a repeat of (person, clientMessageId) answers with the first one. */
  post(
    actor: Actor,
    command: PostCommand,
  ): Promise<
    Outcome<
      { message: Message; seq: number; repeated: boolean },
      Writing | Unfit | 'thread_not_found' | 'invalid_thread_ts' | 'ratelimited'
    >
  >;
  /** What `post` would say to this now; nothing is stored. Of a post that is yet to come. */
  mayPost(actor: Actor, command: PostCommand): Promise<Outcome<object, Writing | Unfit | 'thread_not_found'>>;
  /** `/me`: a message of the subtype `me_message`. */
  sayMe(
    actor: Actor,
    command: Pick<PostCommand, 'text' | 'clientMessageId'>,
  ): Promise<Outcome<{ message: Message }, Writing | 'msg_too_long' | 'no_text' | 'ratelimited'>>;
  /** Seen once by one person who is in the channel, and stored nowhere. */
  postEphemeral(
    actor: Actor,
    userId: UserId,
    command: EphemeralCommand,
  ): Promise<
    Outcome<{ ts: Timestamp }, Writing | Unfit | 'user_not_in_channel' | 'thread_not_found' | 'ratelimited'>
  >;
  /** `rules` are the workspace’s, as the Directory said just before; left out, the usual ones. */
  edit(
    actor: Actor,
    command: EditCommand,
    rules?: MessageRules,
  ): Promise<
    Outcome<
      { message: Message },
      | Writing
      | Unfit
      | 'message_not_found'
      | 'cant_update_message'
      | 'edit_window_closed'
      | 'cant_broadcast_message'
      | 'no_dual_broadcast_content_update'
    >
  >;
  remove(
    actor: Actor,
    ts: Timestamp,
    rules?: MessageRules,
  ): Promise<Outcome<object, Writing | 'message_not_found' | 'cant_delete_message'>>;
  react(
    actor: Actor,
    reaction: { ts: Timestamp; name: string },
  ): Promise<
    Outcome<
      object,
      Writing | 'message_not_found' | 'already_reacted' | 'too_many_emoji' | 'too_many_reactions'
    >
  >;
  unreact(
    actor: Actor,
    reaction: { ts: Timestamp; name: string },
  ): Promise<Outcome<object, Writing | 'message_not_found' | 'no_reaction'>>;

  pin(
    actor: Actor,
    ts: Timestamp,
  ): Promise<
    Outcome<object, Writing | 'message_not_found' | 'not_pinnable' | 'already_pinned' | 'too_many_pins'>
  >;
  unpin(actor: Actor, ts: Timestamp): Promise<Outcome<object, Writing | 'message_not_found' | 'no_pin'>>;
  /** Newest first. */
  pins(viewer: Actor): Promise<Outcome<{ pins: Pin[] }, Unseen>>;
  addBookmark(
    actor: Actor,
    words: BookmarkWords,
  ): Promise<Outcome<{ bookmark: Bookmark }, BookmarkError | 'too_many_bookmarks'>>;
  editBookmark(
    actor: Actor,
    bookmarkId: string,
    words: Partial<BookmarkWords>,
  ): Promise<Outcome<{ bookmark: Bookmark }, BookmarkError | 'not_found'>>;
  removeBookmark(
    actor: Actor,
    bookmarkId: string,
  ): Promise<Outcome<object, Unseen | 'permission_denied' | 'not_found'>>;
  /** In the order in which they were added. */
  bookmarks(viewer: Actor): Promise<Outcome<{ bookmarks: Bookmark[] }, Unseen>>;

  info(viewer: Actor): Promise<Outcome<{ summary: ChannelSummary; isMember: boolean }, Unseen>>;
  message(viewer: Actor, ts: Timestamp): Promise<Outcome<{ message: Message }, Unseen | 'message_not_found'>>;
  /** Which of these are there. */
  standing(viewer: Actor, seqs: readonly number[]): Promise<Outcome<{ seqs: number[] }, Unseen>>;
  /** Those of these that are there, by `seq`. */
  pick(viewer: Actor, seqs: readonly number[]): Promise<Outcome<{ messages: Message[] }, Unseen>>;
  history(
    viewer: Actor,
    query: HistoryQuery,
  ): Promise<Outcome<PackedPage<MessagePage & { pinCount: number }>, Unseen>>;
  replies(
    viewer: Actor,
    query: RepliesQuery,
  ): Promise<Outcome<PackedPage<MessagePage & { thread: ThreadHead }>, Unseen | 'thread_not_found'>>;
  /** In the order asked; threads that are gone are left out. Parents are read only where they are wanted. */
  threadHeads(
    viewer: Actor,
    threads: readonly Timestamp[],
    withParents: boolean,
  ): Promise<Outcome<{ heads: (ThreadHead & { parent?: Message })[] }, Unseen>>;
  /** By user id, rising, after `after`. */
  members(
    viewer: Actor,
    page: { after?: UserId; limit: number },
  ): Promise<Outcome<{ members: UserId[]; more: boolean }, Unseen>>;
  /** Where a mark at `ts` stands: the ordinal of the newest top-level message that is not after it. */
  positionAt(
    viewer: Actor,
    ts: Timestamp,
  ): Promise<Outcome<{ ordinal: number; seq: number }, Unseen | 'not_in_channel'>>;
  /** The same in a thread, which may be named by any of its messages; without `ts`, its last reply. */
  threadPosition(
    viewer: Actor,
    threadTs: Timestamp,
    ts?: Timestamp,
  ): Promise<
    Outcome<{ threadTs: Timestamp; place: ThreadPlace }, Unseen | 'not_in_channel' | 'thread_not_found'>
  >;
  /** What a reader whose cursor is `cursor` missed, oldest first, as rows stand now; `reset` if it cannot be told. */
  since(viewer: Actor, cursor: number): Promise<Outcome<Resumed, Unseen | 'reset'>>;

  join(
    actor: Actor,
  ): Promise<
    Outcome<{ summary: ChannelSummary; already: boolean }, Unseen | 'is_archived' | WrongKind | Late>
  >;
  leave(
    actor: Actor,
  ): Promise<
    Outcome<
      { left: boolean },
      Unseen | 'is_archived' | 'cant_leave_general' | 'last_member' | WrongKind | Late
    >
  >;
  /** The Worker has asked the Directory who they are. All or none are added. */
  invite(
    actor: Actor,
    seats: readonly Seat[],
    force: boolean,
  ): Promise<
    Outcome<
      { summary: ChannelSummary },
      Writing | 'already_in_channel' | 'cant_invite_self' | 'user_is_restricted' | WrongKind | Late
    >
  >;
  kick(
    actor: Actor,
    userId: UserId,
  ): Promise<
    Outcome<
      object,
      | Unseen
      | 'not_in_channel'
      | 'user_not_found'
      | 'cant_kick_self'
      | 'cant_kick_from_general'
      | 'restricted_action'
      | WrongKind
      | Late
    >
  >;
  /** Called by the Directory: brings people in without an actor (new people into #general and invited channels). */
  admit(seats: readonly Seat[], inviter?: UserId): Promise<Outcome<object, Unseen | 'is_archived' | Late>>;
  /** Called by the Directory: takes somebody out without an actor, also of #general. Acked as a kick is. */
  expel(userId: UserId): Promise<Outcome<object, Unseen | WrongKind | Late>>;
  setTopic(actor: Actor, topic: string): Promise<Described>;
  setPurpose(actor: Actor, purpose: string): Promise<Described>;
  /** `asAdmin`: for who answers for the workspace and may see the channel, in it or not. */
  archive(
    actor: Actor,
    asAdmin?: boolean,
  ): Promise<
    Outcome<
      object,
      | Unseen
      | 'not_in_channel'
      | 'already_archived'
      | 'cant_archive_general'
      | 'restricted_action'
      | WrongKind
      | Late
    >
  >;
  unarchive(
    actor: Actor,
    asAdmin?: boolean,
  ): Promise<Outcome<object, Unseen | 'not_archived' | 'restricted_action' | WrongKind | Late>>;
  /** For admins and owners who may see it. Answered when every gateway and the Directory go by it. */
  convert(
    actor: Actor,
    kind: 'public' | 'private',
  ): Promise<Outcome<object, Unseen | 'restricted_action' | WrongKind | Late>>;
  /**
   * Deletes the channel and all that is in it. Everything is refused as of a channel that never was from here on; it
   * is answered when everybody was told, and nothing is left of it.
   */
  destroy(actor: Actor): Promise<Outcome<object, Unseen | 'restricted_action' | WrongKind | Late>>;
  /** The actor closes a direct channel or group: they are told of the first message after `seq`. */
  close(actor: Actor): Promise<Outcome<{ seq: number }, Unseen | 'not_in_channel' | WrongKind>>;
  /** Called by the Directory alone, which has reserved the name. */
  rename(
    actor: Actor,
    command: RenameCommand,
  ): Promise<Outcome<{ summary: ChannelSummary }, RenameError | 'void'>>;
  /** What became of that: if it has not happened, it never will after this. */
  settleRename(
    command: Pick<RenameCommand, 'name' | 'number'>,
  ): Promise<{ renamed: true; summary: ChannelSummary } | { renamed: false }>;
  /** A gateway's sockets follow a public channel: its shard gets the log for a lease of 24 h, renewed by a repeat. */
  follow(actor: Actor, shard: number): Promise<Outcome<{ head: number }, Unseen>>;
  /**
   * The gateway of somebody in the channel has no row of it: it gets a delivery, by which it is attached, unless that
   * fails; and the answer says what a list of channels counts from, `people` left out.
   */
  attach(actor: Actor): Promise<Outcome<{ attachment: LogAttachment }, Unseen | 'not_in_channel'>>;
  /** Nobody of the shard follows any more. */
  unfollow(teamId: TeamId, shard: number): Promise<void>;
  /** What was set aside, for admins and owners who may see the channel. */
  setAside(viewer: Actor): Promise<Outcome<{ entries: SetAside[] }, Unseen | 'restricted_action'>>;
  /** All of it once more, as the rows stand now. A repeat is harmless. */
  replaySetAside(
    actor: Actor,
  ): Promise<Outcome<{ replayed: number; left: number }, Unseen | 'restricted_action'>>;
  discardSetAside(actor: Actor): Promise<Outcome<{ discarded: number }, Unseen | 'restricted_action'>>;
  /** From a Member: ends what its person's sockets straight to this channel were opened by. */
  revoke(revocation: Revocation): Promise<void>;
  /** Never stored. */
  typing(actor: Actor, threadTs?: Timestamp): Promise<void>;
}
type Described = Outcome<
  { summary: ChannelSummary },
  Writing | 'too_long' | 'user_is_restricted' | WrongKind
>;
export type RenameError = Writing | 'not_authorized' | WrongKind;
type WrongKind = 'method_not_supported_for_channel_type';
