import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { UserId } from '../ids.ts';
import { method } from './method.ts';

const row = {
  tokens: ['user'],
  scope: 'admin.conversations:write',
  tier: 'tier2',
  input: v.object({ channel: argument.conversation }),
  errors: ['not_an_admin', 'channel_not_found'],
} as const;

/** For admins and owners, of conversations that they may see. */
export const deliveries = {
  'deliveries.listFailed': method({
    ...row,
    about:
      'What a conversation could not tell to people’s own lists (mentions, threads, read marks, reactions) and has set aside: `user` is whom, or everybody where it is missing, `seq` the entry, `reason` why. Messages themselves are not concerned.',
    output: v.object({
      deliveries: v.array(
        v.object({ seq: v.number(), user: v.optional(UserId), reason: v.string(), date: v.number() }),
      ),
    }),
  }),
  'deliveries.replay': method({
    ...row,
    about:
      'Tells all of that once more, as the messages stand now. What fails again stays set aside: `left` counts it.',
    output: v.object({ replayed: v.number(), left: v.number() }),
  }),
  'deliveries.discard': method({
    ...row,
    about: 'Gives all of that up: nobody is told of it any more.',
    output: v.object({ discarded: v.number() }),
  }),
};
