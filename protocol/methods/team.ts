import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Team } from '../entities.ts';
import { signUpPolicies } from '../sign-up-policies.ts';
import { method } from './method.ts';
import { photoArguments, photoBytesMax } from './photo.ts';

/** By Slack's names. Those that cannot be changed here say how it is. */
const rules = {
  msg_edit_window_mins: v.number(),
  allow_message_deletion: v.boolean(),
  invites_only_admins: v.boolean(),
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
      'The rules of the workspace. `msg_edit_window_mins`: how long a person can edit their own message; -1: for ever, 0: not at all. Without `allow_message_deletion` admins and owners alone delete messages; with `invites_only_admins` they alone make invitations.',
    tokens: ['user', 'bot'],
    scope: 'team:read',
    tier: 'tier3',
    input: v.object({}),
    output: v.object(rules),
    errors: [],
  }),
};

const changing = {
  tokens: ['user'],
  scope: 'admin.teams:write',
  tier: 'tier2',
  output: v.object({ team: Team }),
} as const;

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
      invites_only_admins: v.optional(argument.boolean),
    }),
    output: v.object(rules),
    errors: ['not_an_admin'],
  }),
  'workspaces.signUpPolicy': method({
    about:
      'Who becomes an account without an invitation: a setting of the deployment (SIGN_UP_POLICY), which no workspace changes. For admins and owners.',
    tokens: ['user'],
    scope: 'admin.teams:read',
    tier: 'tier3',
    input: v.object({}),
    output: v.object({
      policy: v.picklist(signUpPolicies),
      /** With `domain`: whose addresses are let in. */
      domains: v.array(v.string()),
    }),
    errors: ['not_an_admin'],
  }),
  'workspaces.setName': method({
    ...changing,
    about: 'Renames the workspace. Its short name, which addresses it, stays.',
    input: v.object({
      name: v.pipe(argument.text(80), v.trim(), v.nonEmpty('must not be empty')),
    }),
    errors: ['not_an_admin'],
  }),
  'workspaces.setIcon': method({
    ...changing,
    about:
      'The picture of the workspace: PNG, JPEG, GIF or WebP, up to 6 MiB with the form around it, told by its bytes. `crop_x`, `crop_y`, `crop_w` name a square of it; without them it is the middle.',
    bodyBytesMax: photoBytesMax,
    input: v.object(photoArguments),
    errors: ['not_an_admin', 'bad_image', 'too_large', 'too_many_frames'],
  }),
  'workspaces.deleteIcon': method({
    ...changing,
    about: 'Takes the picture of the workspace away: a client draws its initial again.',
    input: v.object({}),
    errors: ['not_an_admin'],
  }),
};
