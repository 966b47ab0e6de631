import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { method } from './method.ts';

const user_id = argument.person;
const named = { team_id: v.pipe(argument.text(20), v.description('the workspace’s id')), user_id };
const row = { tokens: ['user'], scope: 'admin.users:write', tier: 'tier2', output: v.object({}) } as const;
const managing = ['not_an_admin', 'not_an_owner', 'user_not_found'] as const;
const role = ['invalid_role_for_user', 'last_owner'] as const;

export const adminUsers = {
  'admin.users.setOwner': method({
    ...row,
    about: 'Makes somebody an owner. For owners.',
    input: v.object(named),
    errors: ['team_not_found', ...managing, 'invalid_role_for_user'],
  }),
  'admin.users.setAdmin': method({
    ...row,
    about: 'Makes somebody an admin. For owners; one who is not the last may step down so.',
    input: v.object(named),
    errors: ['team_not_found', ...managing, ...role],
  }),
  'admin.users.setRegular': method({
    ...row,
    about:
      'Makes somebody a full member. Answered when their open sockets act by it. A guest comes into #general.',
    input: v.object(named),
    errors: ['team_not_found', ...managing, ...role],
  }),
  'admin.users.remove': method({
    ...row,
    about:
      'Deactivates a person or bot: their sessions, tokens and sockets have ended when it is answered. What they wrote stays.',
    input: v.object(named),
    errors: ['team_not_found', ...managing, 'last_owner', 'user_already_deleted'],
  }),
};

export const members = {
  'members.setGuest': method({
    ...row,
    about:
      'Makes somebody a guest of these channels: they leave every other one, and join those that they are not in. Of a guest it changes the channels. Direct conversations stay.',
    input: v.object({ user_id, channel_ids: argument.list(argument.conversation, 50) }),
    errors: [...managing, ...role, 'channel_not_found', 'guest_needs_channels'],
  }),
  'members.reactivate': method({
    ...row,
    about: 'Lets a deactivated person or bot in again, with the role and channels from before. Active: ok.',
    input: v.object({ user_id }),
    errors: [...managing],
  }),
};
