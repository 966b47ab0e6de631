import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { LinkedMessage } from '../entities.ts';
import { ChannelId, UserId } from '../ids.ts';
import { method } from './method.ts';

const channel = argument.conversation;
const target = { channel, timestamp: v.optional(argument.messageTs) };
const both = ['user', 'bot'] as const;

export const pins = {
  'pins.add': method({
    about: 'Pins a message to its channel, which has at most 100 pins.',
    tokens: both,
    scope: 'pins:write',
    tier: 'tier2',
    input: v.object(target),
    output: v.object({}),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'no_item_specified',
      'bad_timestamp',
      'message_not_found',
      'not_pinnable',
      'already_pinned',
      'too_many_pins',
    ],
  }),
  'pins.remove': method({
    about: 'Takes a pin away, whoever set it.',
    tokens: both,
    scope: 'pins:write',
    tier: 'tier2',
    input: v.object(target),
    output: v.object({}),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'no_item_specified',
      'bad_timestamp',
      'message_not_found',
      'no_pin',
    ],
  }),
  'pins.list': method({
    about: 'What is pinned to a channel, newest pin first.',
    tokens: both,
    scope: 'pins:read',
    tier: 'tier2',
    input: v.object({ channel }),
    output: v.object({
      items: v.array(
        v.object({
          type: v.literal('message'),
          channel: ChannelId,
          created: v.number(),
          created_by: UserId,
          message: LinkedMessage,
        }),
      ),
    }),
    errors: ['channel_not_found', 'not_in_channel'],
  }),
};
