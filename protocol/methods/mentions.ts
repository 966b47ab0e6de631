import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Message, ResponseMetadata } from '../entities.ts';
import { ChannelId } from '../ids.ts';
import { method } from './method.ts';

export const mentions = {
  'mentions.list': method({
    about:
      'The messages that mention the caller by name, the newest first, read or not. What was deleted, no longer mentions them, or is not for them any more, is left out.',
    tokens: ['user'],
    scope: 'channels:history',
    tier: 'tier3',
    input: v.object({ limit: argument.pageSize(50, 200), cursor: argument.cursor }),
    output: v.object({
      items: v.array(v.object({ type: v.literal('message'), channel: ChannelId, message: Message })),
      response_metadata: ResponseMetadata,
    }),
    errors: ['invalid_cursor'],
  }),
};
