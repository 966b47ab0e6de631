import { unique } from '../../support/workspace.ts';
import { never, type World } from '../world.ts';
import { casesOf } from './error-case.ts';

const nowhere = { usergroup: never.usergroup };
const newIn = async ({ newUsergroup }: World) => ({ usergroup: (await newUsergroup()).id });

export const usergroupsCases = [
  ...casesOf('usergroups.create', {
    permission_denied: ({ guest }, call) => call(guest.token, { name: unique('group') }),
    missing_subteam_name: ({ owner }, call) => call(owner.token, { name: ' ' }),
    name_too_long: ({ owner }, call) => call(owner.token, { name: 'x'.repeat(81) }),
    description_too_long: ({ owner }, call) =>
      call(owner.token, { name: unique('group'), description: 'x'.repeat(251) }),
    bad_handle: ({ owner }, call) => call(owner.token, { name: unique('group'), handle: 'Night Crew' }),
    forbidden_handle: ({ owner }, call) => call(owner.token, { name: unique('group'), handle: 'here' }),
    invalid_channel_provided: async ({ owner, newChannel }, call) =>
      call(owner.token, { name: unique('group'), channels: [await newChannel({ isPrivate: true })] }),
    name_already_exists: async ({ owner, newUsergroup }, call) =>
      call(owner.token, { name: (await newUsergroup()).name }),
    handle_already_exists: ({ owner }, call) =>
      call(owner.token, { name: unique('group'), handle: 'general' }),
  }),
  ...casesOf('usergroups.update', {
    permission_denied: async (world, call) => call(world.guest.token, await newIn(world)),
    no_such_subteam: ({ owner }, call) => call(owner.token, nowhere),
    missing_subteam_name: async (world, call) =>
      call(world.owner.token, { ...(await newIn(world)), name: '' }),
    name_too_long: async (world, call) =>
      call(world.owner.token, { ...(await newIn(world)), name: 'x'.repeat(81) }),
    description_too_long: async (world, call) =>
      call(world.owner.token, { ...(await newIn(world)), description: 'x'.repeat(251) }),
    bad_handle: async (world, call) => call(world.owner.token, { ...(await newIn(world)), handle: '' }),
    forbidden_handle: async (world, call) =>
      call(world.owner.token, { ...(await newIn(world)), handle: '@everyone' }),
    invalid_channel_provided: async (world, call) =>
      call(world.owner.token, { ...(await newIn(world)), channels: [never.channel] }),
    name_already_exists: async (world, call) => {
      const { name } = await world.newUsergroup();
      return call(world.owner.token, { ...(await newIn(world)), name });
    },
    handle_already_exists: async (world, call) => {
      const { handle } = await world.newUsergroup();
      return call(world.owner.token, { ...(await newIn(world)), handle });
    },
  }),
  ...casesOf('usergroups.enable', {
    permission_denied: async (world, call) => call(world.guest.token, await newIn(world)),
    no_such_subteam: ({ owner }, call) => call(owner.token, nowhere),
  }),
  ...casesOf('usergroups.disable', {
    permission_denied: async (world, call) => call(world.guest.token, await newIn(world)),
    no_such_subteam: ({ owner }, call) => call(owner.token, nowhere),
  }),
  ...casesOf('usergroups.users.list', {
    // Disabled, and not asked for: as if it were not there.
    no_such_subteam: async (world, call) => {
      const args = await newIn(world);
      await world.ask('usergroups.disable', world.owner.token, args);
      return call(world.owner.token, args);
    },
  }),
  ...casesOf('usergroups.users.update', {
    permission_denied: async (world, call) =>
      call(world.guest.token, { ...(await newIn(world)), users: [world.guest.userId] }),
    no_such_subteam: ({ owner }, call) => call(owner.token, { ...nowhere, users: [owner.userId] }),
    no_users_provided: async (world, call) => call(world.owner.token, { ...(await newIn(world)), users: '' }),
    subteam_max_users_exceeded: async (world, call) => {
      const users = Array.from({ length: 1_001 }, (_, index) => `U0${String(index).padStart(10, '0')}`);
      return call(world.owner.token, { ...(await newIn(world)), users });
    },
    invalid_users: async (world, call) =>
      call(world.owner.token, { ...(await newIn(world)), users: [world.foreign.owner.userId] }),
  }),
];
