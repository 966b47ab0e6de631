import type { ChannelId } from '../ids.ts';
import type { Outcome } from '../refusal.ts';
import type { Timestamp } from '../timestamp.ts';

/** What a person starred: a message, or a conversation itself. */
export interface Star {
  readonly channelId: ChannelId;
  readonly message?: { readonly seq: number; readonly ts: Timestamp };
  /** Seconds. */
  readonly created: number;
  /** Of the person's state when it was starred or unstarred: of two the higher is the newer. */
  readonly version: number;
  readonly isStarred: boolean;
}

/** Where a person reacted. */
export interface ReactedPlace {
  /** Microseconds: when they last changed a reaction of theirs on it. */
  readonly at: number;
  readonly channelId: ChannelId;
  /** Of the message. */
  readonly seq: number;
}

/** What a person keeps by hand, and a copy of where they reacted. */
export interface Saving {
  /** `message` left out: the conversation. */
  star(
    channelId: ChannelId,
    message?: { readonly seq: number; readonly ts: Timestamp },
  ): Promise<Outcome<object, 'already_starred'>>;
  unstar(channelId: ChannelId, ts?: Timestamp): Promise<Outcome<object, 'not_starred'>>;
  /** The newest first. */
  stars(): Promise<Star[]>;
  /** Which of these messages of a channel are starred, by `seq`. */
  starsAmong(channelId: ChannelId, seqs: readonly number[]): Promise<number[]>;
  /** Channels with a message that the person holds a reaction on. */
  reactedChannels(): Promise<ChannelId[]>;
  /** Of these channels, the newest reaction first. */
  reacted(query: {
    readonly channelIds: readonly ChannelId[];
    readonly after?: ReactedPlace;
    readonly skip: number;
    readonly limit: number;
  }): Promise<{ places: ReactedPlace[]; total: number; more: boolean }>;
}
