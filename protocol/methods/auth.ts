import * as v from 'valibot';
import { flag } from '../arguments.ts';
import { BotId, TeamId, UserId } from '../ids.ts';
import { method } from './method.ts';

export const auth = {
  'auth.test': method({
    about: 'Says whose token this is.',
    tokens: ['user', 'bot'],
    scope: undefined,
    tier: 'tier4',
    input: v.object({}),
    output: v.object({
      url: v.string(),
      team: v.string(),
      user: v.string(),
      team_id: TeamId,
      user_id: UserId,
      bot_id: v.optional(BotId),
      is_enterprise_install: v.boolean(),
    }),
    errors: [],
  }),
  'auth.revoke': method({
    about: 'Revokes the token that it is called with. With `test`, only says that it could.',
    tokens: ['user', 'bot'],
    scope: undefined,
    tier: 'tier3',
    input: v.object({ test: flag() }),
    output: v.object({ revoked: v.boolean() }),
    errors: [],
  }),
};
