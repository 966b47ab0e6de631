import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { LinkedMessage, Message, Paging, ResponseMetadata } from '../entities.ts';
import { ChannelId } from '../ids.ts';
import { method } from './method.ts';

const target = { channel: argument.conversation, timestamp: argument.messageTs };
const name = argument.text(100);

export const reactions = {
  'reactions.add': method({
    about: 'Adds one’s reaction to a message.',
    tokens: ['user', 'bot'],
    scope: 'reactions:write',
    tier: 'tier3',
    input: v.object({ ...target, name }),
    output: v.object({}),
    errors: [
      'channel_not_found',
      'bad_timestamp',
      'message_not_found',
      'invalid_name',
      'already_reacted',
      'too_many_emoji',
      'too_many_reactions',
      'is_archived',
      'not_in_channel',
    ],
  }),
  'reactions.remove': method({
    about: 'Takes one’s reaction back.',
    tokens: ['user', 'bot'],
    scope: 'reactions:write',
    tier: 'tier2',
    input: v.object({ ...target, name }),
    output: v.object({}),
    errors: [
      'channel_not_found',
      'bad_timestamp',
      'message_not_found',
      'invalid_name',
      'no_reaction',
      'is_archived',
      'not_in_channel',
    ],
  }),
  'reactions.get': method({
    about: 'A message with its reactions.',
    tokens: ['user', 'bot'],
    scope: 'reactions:read',
    tier: 'tier3',
    input: v.object({ ...target, full: argument.flag() }),
    output: v.object({ type: v.literal('message'), channel: ChannelId, message: LinkedMessage }),
    errors: ['channel_not_found', 'bad_timestamp', 'message_not_found', 'not_in_channel'],
  }),
  'reactions.list': method({
    about:
      'The messages that a person reacted to, by default the caller, the last reaction first, as far as the caller may read them. By `cursor` and `limit` or by `page` and `count`.',
    tokens: ['user', 'bot'],
    scope: 'reactions:read',
    tier: 'tier2',
    input: v.object({
      user: v.optional(argument.person),
      full: argument.flag(),
      limit: v.optional(argument.pageSize(100, 1000)),
      cursor: argument.cursor,
      count: argument.pageSize(100, 1000),
      page: v.optional(argument.integer(1, 1_000_000), 1),
    }),
    output: v.object({
      items: v.array(v.object({ type: v.literal('message'), channel: ChannelId, message: Message })),
      paging: Paging,
      response_metadata: ResponseMetadata,
    }),
    errors: ['user_not_found', 'invalid_cursor'],
  }),
};
