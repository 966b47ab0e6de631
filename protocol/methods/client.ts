import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Preferences } from '../preferences.ts';
import { method } from './method.ts';

const row = {
  tokens: ['user'],
  tier: 'tier3',
  output: v.object({ prefs: Preferences }),
  errors: [],
} as const;

/** What clients of one person share. */
export const client = {
  'client.prefs.get': method({
    ...row,
    about: 'What the caller wishes of their clients. What was never said is not there.',
    scope: 'users.profile:read',
    input: v.object({}),
  }),
  'client.prefs.set': method({
    ...row,
    about:
      'Changes those that are named, each as a whole; answers all of them. Every socket of the caller is told by `preferences_changed`.',
    scope: 'users.profile:write',
    input: v.object({ prefs: argument.json(Preferences) }),
  }),
};
