import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { channelLevels } from '../channel-level.ts';
import { method } from './method.ts';

/** What one person wants of a channel. */
export const channels = {
  'channels.setMute': method({
    about:
      'Mutes a channel for the caller, or takes that back. Of a muted one, calls to everybody do not count as mentions.',
    tokens: ['user'],
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({ channel: argument.conversation, muted: argument.boolean }),
    output: v.object({}),
    errors: ['channel_not_found', 'not_in_channel'],
  }),
  'channels.setLevel': method({
    about: 'Sets what of a channel the caller is notified of.',
    tokens: ['user'],
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({
      channel: argument.conversation,
      level: v.pipe(
        v.picklist(channelLevels, `must be one of ${channelLevels.join(', ')}`),
        v.description(`one of ${channelLevels.join(', ')}`),
      ),
    }),
    output: v.object({}),
    errors: ['channel_not_found', 'not_in_channel'],
  }),
};
