import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Usergroup } from '../entities.ts';
import { UserId } from '../ids.ts';
import { method } from './method.ts';

const usergroup = v.pipe(argument.text(40), v.description('a user group’s id'));
const include_count = argument.flag();
const include_disabled = argument.flag();
const facts = {
  handle: v.optional(argument.text()),
  description: v.optional(argument.text()),
  /** Default channels: public ones, which its people are brought into. */
  channels: v.optional(argument.list(argument.conversation, 100)),
};
const read = { tokens: ['user', 'bot'], scope: 'usergroups:read', tier: 'tier2' } as const;
const write = { ...read, scope: 'usergroups:write', output: v.object({ usergroup: Usergroup }) } as const;
const factErrors = [
  'missing_subteam_name',
  'name_too_long',
  'description_too_long',
  'bad_handle',
  'forbidden_handle',
  'invalid_channel_provided',
  'name_already_exists',
  'handle_already_exists',
] as const;

export const usergroups = {
  'usergroups.create': method({
    ...write,
    about:
      'Makes a user group, which `<!subteam^S…>` mentions. Everybody but guests may. Without `handle` it is made of the name; people, channels and user groups have no handle twice. `channels` are public ones that its people are brought into.',
    input: v.object({ name: argument.text(), ...facts, include_count }),
    errors: ['permission_denied', ...factErrors],
  }),
  'usergroups.update': method({
    ...write,
    about: 'Changes what a user group is called and its default channels; what does not come stays.',
    input: v.object({ usergroup, name: v.optional(argument.text()), ...facts, include_count }),
    errors: ['permission_denied', 'no_such_subteam', ...factErrors],
  }),
  'usergroups.enable': method({
    ...write,
    about: 'Lets a user group that was disabled be mentioned again. Enabled: ok.',
    input: v.object({ usergroup, include_count }),
    errors: ['permission_denied', 'no_such_subteam'],
  }),
  'usergroups.disable': method({
    ...write,
    about:
      'Takes a user group out of use: it mentions nobody and is not listed; its name and handle stay taken.',
    input: v.object({ usergroup, include_count }),
    errors: ['permission_denied', 'no_such_subteam'],
  }),
  'usergroups.list': method({
    ...read,
    about: 'The user groups of the workspace.',
    input: v.object({ include_count, include_disabled, include_users: argument.flag() }),
    output: v.object({ usergroups: v.array(Usergroup) }),
    errors: [],
  }),
  'usergroups.users.list': method({
    ...read,
    about: 'Who is in a user group, without those who were deactivated.',
    input: v.object({ usergroup, include_disabled }),
    output: v.object({ users: v.array(UserId) }),
    errors: ['no_such_subteam'],
  }),
  'usergroups.users.update': method({
    ...write,
    about:
      'Says who is in a user group: all of them. Who is new, and no guest, is brought into its default channels.',
    input: v.object({ usergroup, users: argument.list(argument.person, 10_000), include_count }),
    errors: [
      'permission_denied',
      'no_such_subteam',
      'no_users_provided',
      'subteam_max_users_exceeded',
      'invalid_users',
    ],
  }),
};
