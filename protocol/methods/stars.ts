import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { LinkedMessage, Paging, ResponseMetadata } from '../entities.ts';
import { ChannelId } from '../ids.ts';
import { method } from './method.ts';

const tokens = ['user'] as const;
const item = {
  channel: v.optional(argument.conversation),
  timestamp: v.optional(
    v.pipe(argument.text(40), v.description('a message’s `ts`; left out, the conversation itself')),
  ),
};

export const stars = {
  'stars.add': method({
    about: 'Saves a message for later, or moves a conversation to the top of one’s list.',
    tokens,
    scope: 'stars:write',
    tier: 'tier2',
    input: v.object(item),
    output: v.object({}),
    errors: [
      'no_item_specified',
      'channel_not_found',
      'bad_timestamp',
      'message_not_found',
      'already_starred',
    ],
  }),
  'stars.remove': method({
    about: 'Takes a star back, also one that the list no longer shows.',
    tokens,
    scope: 'stars:write',
    tier: 'tier2',
    input: v.object(item),
    output: v.object({}),
    errors: ['no_item_specified', 'channel_not_found', 'bad_timestamp', 'message_not_found', 'not_starred'],
  }),
  'stars.list': method({
    about:
      'What the caller starred, the newest first, by `cursor` and `limit` or by `page` and `count`. What was deleted, or is not for them any more, is left out.',
    tokens,
    scope: 'stars:read',
    tier: 'tier3',
    input: v.object({
      limit: v.optional(argument.pageSize(100, 1000)),
      cursor: argument.cursor,
      count: argument.pageSize(100, 1000),
      page: v.optional(argument.integer(1, 1_000_000), 1),
    }),
    output: v.object({
      items: v.array(
        v.union([
          v.object({
            type: v.literal('message'),
            channel: ChannelId,
            message: LinkedMessage,
            date_create: v.number(),
          }),
          v.object({
            type: v.picklist(['channel', 'im', 'group']),
            channel: ChannelId,
            date_create: v.number(),
          }),
        ]),
      ),
      paging: Paging,
      response_metadata: ResponseMetadata,
    }),
    errors: ['invalid_cursor'],
  }),
};
