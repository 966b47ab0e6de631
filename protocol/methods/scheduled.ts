import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Attachment, Block, BotProfile, ResponseMetadata } from '../entities.ts';
import { BotId, ChannelId, ScheduledMessageId, TeamId, UserId } from '../ids.ts';
import { Timestamp } from '../timestamp.ts';
import {
  content,
  contentErrors,
  markdown,
  messageText,
  reading,
  unfitErrors,
  unfurling,
  warned,
} from './chat.ts';
import { method } from './method.ts';

const both = ['user', 'bot'] as const;
const seconds = argument.integer(0, 9_999_999_999);

/** As it will be: it has no `ts` until it is posted. */
const DelayedMessage = v.object({
  type: v.literal('delayed_message'),
  text: v.string(),
  user: UserId,
  team: TeamId,
  bot_id: v.optional(BotId),
  bot_profile: v.optional(BotProfile),
  blocks: v.optional(v.array(Block)),
  attachments: v.optional(v.array(Attachment)),
  metadata: v.optional(v.looseObject({ event_type: v.string() })),
  thread_ts: v.optional(Timestamp),
});

export const scheduled = {
  'chat.scheduleMessage': method({
    about:
      'Posts a message later, as its author, at most 120 days ahead: never before its time, and once. At most 30 of one author in five minutes of a channel. It does not mark the channel read for its author. It is cancelled when its author is deactivated. Who may not post in the channel when the time has come finds it in chat.scheduledMessages.list with `error`.',
    tokens: both,
    scope: 'chat:write',
    tier: 'tier3',
    input: v.object({
      channel: v.pipe(
        argument.conversation,
        v.description('a conversation’s id, a channel’s name, or a person’s id'),
      ),
      post_at: v.pipe(argument.text(40), v.description('when, in seconds since 1970')),
      text: v.optional(messageText, ''),
      markdown_text: markdown,
      ...content,
      mrkdwn: argument.flag(true),
      ...reading,
      ...unfurling,
      thread_ts: v.optional(argument.messageTs),
      reply_broadcast: argument.flag(),
    }),
    output: v.object({
      channel: ChannelId,
      scheduled_message_id: ScheduledMessageId,
      post_at: v.number(),
      message: DelayedMessage,
      response_metadata: warned,
    }),
    errors: [
      'markdown_text_conflict',
      ...contentErrors,
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      ...unfitErrors,
      'thread_not_found',
      'invalid_thread_ts',
      'invalid_time',
      'time_in_past',
      'time_too_far',
      'restricted_too_many',
    ],
  }),
  'chat.deleteScheduledMessage': method({
    about:
      'Cancels a message that the caller scheduled, until its time has come; one that failed it forgets.',
    tokens: both,
    scope: 'chat:write',
    tier: 'tier3',
    input: v.object({
      channel: argument.conversation,
      scheduled_message_id: v.pipe(argument.text(40), v.description('of chat.scheduleMessage')),
    }),
    output: v.object({}),
    errors: ['channel_not_found', 'invalid_scheduled_message_id'],
  }),
  'scheduledMessages.setTime': method({
    about:
      'Moves a message that the caller scheduled to another time, whole, until its time has come. One that failed is to be posted once more. Nothing but the time changes, so a repeat is safe.',
    tokens: both,
    scope: 'chat:write',
    tier: 'tier3',
    input: v.object({
      channel: argument.conversation,
      scheduled_message_id: v.pipe(argument.text(40), v.description('of chat.scheduleMessage')),
      post_at: seconds,
    }),
    output: v.object({ post_at: v.number() }),
    errors: [
      'channel_not_found',
      'invalid_scheduled_message_id',
      'time_in_past',
      'time_too_far',
      'restricted_too_many',
    ],
  }),
  'chat.scheduledMessages.list': method({
    about:
      'What the caller scheduled and is still to be posted, by time. Beyond Slack: `error` says why the channel refused one when its time had come; it stays listed for 30 days.',
    tokens: both,
    scope: undefined,
    tier: 'tier3',
    input: v.object({
      channel: v.optional(argument.conversation),
      oldest: v.optional(seconds),
      latest: v.optional(seconds),
      limit: argument.pageSize(100, 999),
      cursor: argument.cursor,
    }),
    output: v.object({
      scheduled_messages: v.array(
        v.object({
          id: ScheduledMessageId,
          channel_id: ChannelId,
          post_at: v.number(),
          date_created: v.number(),
          text: v.string(),
          thread_ts: v.optional(Timestamp),
          error: v.optional(v.string()),
        }),
      ),
      response_metadata: ResponseMetadata,
    }),
    errors: ['invalid_channel', 'invalid_cursor'],
  }),
};
