import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Team } from '../entities.ts';
import { method } from './method.ts';

export const team = {
  'team.info': method({
    about: 'The workspace of the token.',
    tokens: ['user', 'bot'],
    scope: 'team:read',
    tier: 'tier3',
    input: v.object({ team: v.optional(v.pipe(argument.text(20), v.description('a workspace’s id'))) }),
    output: v.object({ team: Team }),
    errors: ['team_not_found'],
  }),
};
