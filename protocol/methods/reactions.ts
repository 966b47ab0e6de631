import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Message } from '../entities.ts';
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
    output: v.object({ type: v.literal('message'), channel: ChannelId, message: Message }),
    errors: ['channel_not_found', 'message_not_found', 'not_in_channel'],
  }),
};
