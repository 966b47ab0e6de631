import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { BotId, UserId } from '../ids.ts';
import { method } from './method.ts';

const name = v.pipe(argument.text(80), v.trim(), v.nonEmpty('must not be empty'));

export const bots = {
  'bots.create': method({
    about: 'Makes a bot: a person of the workspace that a program speaks as.',
    tokens: ['user'],
    scope: 'bots:write',
    tier: 'tier2',
    input: v.object({ name }),
    output: v.object({ bot: v.object({ id: BotId, user_id: UserId, name: v.string() }) }),
    errors: ['restricted_action'],
  }),
};

export const tokens = {
  'tokens.create': method({
    about: 'Makes a token, of oneself or of a bot. Its text is in this answer and nowhere else.',
    tokens: ['user'],
    scope: 'tokens:write',
    tier: 'tier2',
    input: v.object({
      kind: v.picklist(['user', 'bot'], 'must be user or bot'),
      name,
      scopes: argument.list(argument.text(60), 60),
      bot_id: v.optional(argument.text(40)),
    }),
    output: v.object({ token_id: v.string(), token: v.string(), scopes: v.array(v.string()) }),
    errors: ['invalid_scopes', 'bot_not_found', 'restricted_action'],
  }),
};

export const gateway = {
  'gateway.connect': method({
    about: 'A one-use address for a gateway socket, good for 30 seconds.',
    tokens: ['user', 'bot'],
    scope: undefined,
    tier: 'tier3',
    input: v.object({}),
    output: v.object({ url: v.string() }),
    errors: [],
  }),
};
