import type { ChannelSummary } from '../channel-summary.ts';
import type { AnyEventBody, Audience } from '../events.ts';
import type { ChannelId, TeamId, UserId } from '../ids.ts';
import type { LogId } from '../frames.ts';
import type { Timestamp } from '../timestamp.ts';

/**
 * One entry of a log as its consumers get it. The event shows the row as it stands when it is read, with
 * `rev`; so a late delivery may already carry a later change, and a reader skips what its row has.
 */
export interface LogEntry {
  readonly seq: number;
  /**
   * Unset: it cannot be shown (a row that it names is missing or cannot be read). The rest of it holds as far as it is
   * known, and whoever would hear it is made to read the log anew: never a silent gap.
   */
  readonly event?: AnyEventBody;
  /** Directory entries; those of a channel go to its people. */
  readonly audience?: Audience;
  /** A top-level message (or a broadcast reply), new or changed: its place. */
  readonly ordinal?: number;
  /** A deletion, or a message that is deleted by now: the place that no longer counts as unread. */
  readonly deletedOrdinal?: number;
  /** The message says @channel, @everyone or @here; with a change, false where it says so no more. */
  readonly callsEverybody?: boolean;
  /** Who wrote it as themselves: their own post marks for them. */
  readonly author?: UserId;
  /** It changed what a list of channels shows: the channel as it stands now. */
  readonly summary?: ChannelSummary;
  /** The channel is deleted: whoever is here hears this, and then nothing of this log is left to follow. */
  readonly isLast?: true;
  readonly membership?: {
    readonly userId: UserId;
    readonly change: 'joined' | 'left';
    readonly isGuest: boolean;
  };
}

/** What a gateway must know of a log before it can follow it, as of `head`. */
export interface Attachment {
  readonly head: number;
  readonly ordinal: number;
  /** Those of this shard alone. */
  readonly people: readonly { readonly userId: UserId; readonly isGuest: boolean }[];
  /** The newest 1,000 deleted ordinals, and the newest 100 that call everybody. */
  readonly deletedOrdinals: readonly number[];
  readonly everybodyOrdinals: readonly number[];
  /** Of a channel, as it stands now: what a list of channels shows. */
  readonly summary?: ChannelSummary;
}

/**
 * A numbered batch. `entries` begin at `from` without a gap. With `attach` the state replaces what the
 * gateway had, and `from` is `attach.head + 1`; `skipped` says that entries lie in between that it never got.
 */
export interface Delivery {
  readonly logId: LogId;
  readonly teamId: TeamId;
  readonly generation: string;
  readonly epoch: number;
  readonly from: number;
  readonly entries: readonly LogEntry[];
  readonly attach?: Attachment & { readonly skipped: boolean };
}

/** `applied`: all of it is stored and handed over. `expected`: send from there. `attach`: send the state of now. */
export type DeliveryAnswer =
  | { readonly state: 'applied'; readonly head: number }
  | { readonly state: 'expected'; readonly from: number }
  | { readonly state: 'attach' };

export interface MembershipChange {
  readonly channelId: ChannelId;
  readonly seq: number;
  readonly change: 'joined' | 'left';
  /** The channel's top-level ordinal at `seq`: a joiner starts there. */
  readonly ordinal: number;
  readonly ts: string;
}

/** Why a person follows a thread without asking for it. `seq` is of the entry that is the reason. */
export interface ThreadReason {
  readonly threadTs: Timestamp;
  readonly seq: number;
  /** The reply that is the reason: its place in the thread. */
  readonly ordinal: number;
  readonly ts: Timestamp;
  /** They replied; a clock did for them; they wrote the parent, and the first reply came; they were named in it. */
  readonly reason: 'wrote' | 'scheduled' | 'parent' | 'mentioned';
}

/** A message that the person's reactions changed on. */
export interface Reacted {
  /** Of the message. */
  readonly seq: number;
  /** Microseconds: when it changed. */
  readonly at: number;
  /** Whether any reaction of theirs is there, as the rows stand. */
  readonly holds: boolean;
}

/** What a channel owes one person: repeats and older items change nothing. */
export interface MemberDelivery {
  readonly channelId: ChannelId;
  /** The channel's head when this was read: of two deliveries about one mention the newer holds. */
  readonly asOf?: number;
  readonly memberships: readonly MembershipChange[];
  readonly mentions: readonly {
    readonly seq: number;
    readonly ordinal: number;
    readonly threadTs: string;
    readonly ts: string;
  }[];
  /** Mentions that an edit or deletion took back, by `seq`. */
  readonly unmentions: readonly number[];
  /** The person's own newest post: they have read up to there. */
  readonly ownPost?: { readonly ordinal: number; readonly ts: string };
  readonly threads?: readonly ThreadReason[];
  readonly reacted?: readonly Reacted[];
  /** A message came at this `seq` after the person closed the conversation. */
  readonly opened?: number;
}
