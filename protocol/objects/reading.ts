import type { ChannelLevel } from '../channel-level.ts';
import type { ChannelId } from '../ids.ts';
import type { Outcome } from '../refusal.ts';
import type { Timestamp } from '../timestamp.ts';

/** Where a read mark goes, as the Channel said: an ordinal of its timeline, or of a thread, and the time of it. */
export interface ReadPlace {
  readonly ordinal: number;
  readonly ts: string;
  /** "From here on it is unread to me": the place may lie behind, and only another explicit mark ends that. */
  readonly unread?: boolean;
}

/** A place among a thread's replies; `seq` is the Channel's head that it was read at. */
export interface ThreadPlace {
  readonly seq: number;
  readonly ordinal: number;
  readonly ts: Timestamp;
}

/** What a Member keeps of one thread. */
export interface ThreadMark {
  readonly channelId: ChannelId;
  readonly threadTs: Timestamp;
  readonly isFollowing: boolean;
  /** Everything up to this reply is read. */
  readonly markOrdinal: number;
  readonly markTs: Timestamp;
  readonly isMarkedUnread: boolean;
}

/** A message that mentions the person. A channel has one of each `ts`. */
export interface MentionPlace {
  readonly channelId: ChannelId;
  readonly seq: number;
  readonly ts: Timestamp;
}

type Outside = 'not_in_channel';

/** What a person has read, follows and wants to hear of. Each change is a version, pushed to their own sockets. */
export interface Reading {
  /**
   * Forward only: a mark behind the present one changes nothing. With `unread` backward only, and then neither
   * one's own posts nor anything but an explicit mark moves it.
   */
  mark(channelId: ChannelId, place: ReadPlace): Promise<Outcome<object, Outside>>;
  /** As `mark`, of a thread that is or was followed; of another one nothing is kept. */
  markThread(channelId: ChannelId, threadTs: Timestamp, place: ReadPlace): Promise<Outcome<object, Outside>>;
  /** What was said up to `head` counts as read, unless the thread has a mark already. */
  followThread(
    channelId: ChannelId,
    threadTs: Timestamp,
    head: ThreadPlace,
  ): Promise<Outcome<object, Outside>>;
  /** It sticks: only a direct mention after `head`, or `followThread`, follows it again. */
  unfollowThread(
    channelId: ChannelId,
    threadTs: Timestamp,
    head: ThreadPlace,
  ): Promise<Outcome<object, Outside>>;
  thread(channelId: ChannelId, threadTs: Timestamp): Promise<ThreadMark | undefined>;
  /** Of these threads those that have a mark. */
  threadsAmong(channelId: ChannelId, threads: readonly Timestamp[]): Promise<ThreadMark[]>;
  /** Those that were followed or marked last, newest first. */
  followedThreads(limit: number): Promise<ThreadMark[]>;
  /**
   * Out of the person's list, as of the channel's `seq`: a message above it opens it again, whichever of the two
   * arrives first.
   */
  closeConversation(channelId: ChannelId, seq: number): Promise<Outcome<{ already: boolean }, Outside>>;
  openConversation(channelId: ChannelId): Promise<Outcome<{ already: boolean }, Outside>>;
  /** In channels that they are in: the newest first, after a place; `more` says whether it goes on. */
  mentions(query: {
    readonly limit: number;
    readonly after?: Pick<MentionPlace, 'channelId' | 'ts'>;
  }): Promise<{ places: MentionPlace[]; more: boolean }>;
  setPreferences(
    channelId: ChannelId,
    preferences: { readonly muted?: boolean; readonly level?: ChannelLevel },
  ): Promise<Outcome<object, Outside>>;
}
