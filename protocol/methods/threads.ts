import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Message, ResponseMetadata } from '../entities.ts';
import { ChannelId } from '../ids.ts';
import { Timestamp } from '../timestamp.ts';
import { method } from './method.ts';

const tokens = ['user'] as const;
const thread = {
  channel: argument.conversation,
  thread_ts: v.pipe(argument.messageTs, v.description('the `ts` of the thread’s parent, or of a reply')),
};

export const threads = {
  'threads.list': method({
    about:
      'The threads that the caller follows, newest activity first. `unread_threads` counts those with unread replies, on all pages.',
    tokens,
    scope: 'channels:history',
    tier: 'tier3',
    input: v.object({
      unread_only: argument.flag(),
      limit: argument.pageSize(20, 100),
      cursor: argument.cursor,
    }),
    output: v.object({
      threads: v.array(
        v.object({
          channel: ChannelId,
          thread_ts: Timestamp,
          parent: Message,
          reply_count: v.number(),
          latest_reply: v.optional(Timestamp),
          unread_count: v.number(),
          last_read: Timestamp,
        }),
      ),
      unread_threads: v.number(),
      response_metadata: ResponseMetadata,
    }),
    errors: ['invalid_cursor'],
  }),
  'threads.follow': method({
    about: 'Follows a thread: its replies so far count as read, those to come as unread.',
    tokens,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object(thread),
    output: v.object({}),
    errors: ['channel_not_found', 'not_in_channel', 'invalid_thread_ts', 'thread_not_found'],
  }),
  'threads.unfollow': method({
    about: 'Follows a thread no longer, until the caller is mentioned in it or follows it again.',
    tokens,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object(thread),
    output: v.object({}),
    errors: ['channel_not_found', 'not_in_channel', 'invalid_thread_ts', 'thread_not_found'],
  }),
  'threads.mark': method({
    about: 'Moves one’s read mark in a thread to a reply, forward only.',
    tokens,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({ ...thread, ts: argument.messageTs }),
    output: v.object({}),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'invalid_thread_ts',
      'invalid_timestamp',
      'thread_not_found',
    ],
  }),
};
