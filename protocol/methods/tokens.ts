import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { BotProfile } from '../entities.ts';
import { BotId, CredentialId, UserId } from '../ids.ts';
import { method } from './method.ts';
import { ofOthers } from './sessions.ts';

const user_id = v.optional(v.pipe(argument.text(40), v.description('whose; by default one’s own')));
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
  'bots.info': method({
    about: 'One bot of the workspace; without `bot`, the one that calls.',
    tokens: ['user', 'bot'],
    scope: 'users:read',
    tier: 'tier3',
    input: v.object({ bot: v.optional(v.pipe(argument.text(40), v.description('a bot’s id'))) }),
    output: v.object({
      bot: v.object({ ...v.omit(BotProfile, ['team_id']).entries, user_id: UserId }),
    }),
    errors: ['bot_not_found'],
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
      bot_id: v.optional(v.pipe(argument.text(40), v.description('a bot’s id, with `kind` bot'))),
    }),
    output: v.object({ token_id: v.string(), token: v.string(), scopes: v.array(v.string()) }),
    errors: ['invalid_scopes', 'bot_not_found', 'restricted_action'],
  }),
  'tokens.list': method({
    about:
      'One’s tokens, oldest first, without their text; for admins and owners also those of another or of a bot.',
    tokens: ['user'],
    scope: 'tokens:write',
    tier: 'tier2',
    input: v.object({ user_id }),
    output: v.object({
      tokens: v.array(
        v.object({
          id: CredentialId,
          user_id: UserId,
          kind: v.picklist(['user', 'bot']),
          name: v.string(),
          scopes: v.array(v.string()),
          /** Seconds. */
          created: v.number(),
          is_current: v.boolean(),
        }),
      ),
    }),
    errors: [...ofOthers],
  }),
  'tokens.revoke': method({
    about: 'Revokes a token. When it is answered no call by it succeeds and its sockets are closed.',
    tokens: ['user'],
    scope: 'tokens:write',
    tier: 'tier2',
    input: v.object({ token_id: argument.text(40), user_id }),
    output: v.object({}),
    errors: [...ofOthers, 'token_not_found'],
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
