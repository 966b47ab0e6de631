import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Team } from '../entities.ts';
import { method } from './method.ts';

/** By Slack's names. Those that cannot be changed here say how it is. */
const rules = {
  msg_edit_window_mins: v.number(),
  allow_message_deletion: v.boolean(),
  display_real_names: v.boolean(),
  disable_file_uploads: v.string(),
  who_can_post_general: v.string(),
};

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
  'team.preferences.list': method({
    about:
      'The rules of the workspace. `msg_edit_window_mins`: how long a person can edit their own message; -1: for ever, 0: not at all. Without `allow_message_deletion` admins and owners alone delete messages.',
    tokens: ['user', 'bot'],
    scope: 'team:read',
    tier: 'tier3',
    input: v.object({}),
    output: v.object(rules),
    errors: [],
  }),
};

export const workspaceRules = {
  'workspaces.setRules': method({
    about:
      'Changes the rules of the workspace (team.preferences.list): those that are named, from the next call on.',
    tokens: ['user'],
    scope: 'admin.teams:write',
    tier: 'tier2',
    input: v.object({
      msg_edit_window_mins: v.optional(argument.integer(-1, 525_600)),
      allow_message_deletion: v.optional(argument.boolean),
    }),
    output: v.object(rules),
    errors: ['not_an_admin'],
  }),
};
