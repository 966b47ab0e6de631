import type { ChannelId, ScheduledMessageId } from '../ids.ts';
import type { Outcome } from '../refusal.ts';
import type { PostCommand } from './channel.ts';

/** A message that is to be posted. Times in seconds. */
export interface ScheduledMessage {
  readonly id: ScheduledMessageId;
  readonly channelId: ChannelId;
  readonly postAt: number;
  readonly created: number;
  readonly command: PostCommand;
  /** Its time came and the channel refused it, by this code: it is not tried again, and stays listed for 30 days. */
  readonly failure?: string;
}

/** A place in the order of a list: by time, then as they were scheduled. */
export interface ScheduledPlace {
  readonly postAt: number;
  readonly number: number;
}

/** What a Member sends for its person later: never early, never twice, those of one channel in order. */
export interface Scheduling {
  schedule(
    channelId: ChannelId,
    postAt: number,
    command: PostCommand,
  ): Promise<
    Outcome<
      { id: ScheduledMessageId },
      'time_in_past' | 'time_too_far' | 'restricted_too_many' | 'account_inactive'
    >
  >;
  /** Not once its time has come: it may be posted by then. */
  unschedule(
    channelId: ChannelId,
    id: ScheduledMessageId,
  ): Promise<Outcome<object, 'invalid_scheduled_message_id'>>;
  /** Under the same bounds, as long as it could be unscheduled. What failed is tried once more. */
  moveScheduled(
    channelId: ChannelId,
    id: ScheduledMessageId,
    postAt: number,
  ): Promise<
    Outcome<object, 'invalid_scheduled_message_id' | 'time_in_past' | 'time_too_far' | 'restricted_too_many'>
  >;
  /** By time. Bounds are inclusive. */
  scheduled(query: {
    readonly channelId?: ChannelId;
    readonly oldest?: number;
    readonly latest?: number;
    readonly after?: ScheduledPlace;
    readonly limit: number;
  }): Promise<{ messages: ScheduledMessage[]; next?: ScheduledPlace }>;
}
