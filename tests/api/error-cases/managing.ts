import { ask } from '../../support/ask.ts';
import { setUpWorkspace } from '../../../dev/sign-up.ts';
import { startHouse } from '../../support/house.ts';
import { join, unique, type TestPerson } from '../../support/workspace.ts';
import { askRaw } from '../ask-raw.ts';
import { never, type World } from '../world.ts';
import { casesOf } from './error-case.ts';

const newEmail = (): string => `${unique('mail')}@test.example`;
const password = 'correct horse battery';
const admin = ({ workspace }: World): Promise<TestPerson> => join(workspace, { role: 'admin' });
const named = ({ workspace }: World, userId: string) => ({ team_id: workspace.teamId, user_id: userId });

type Managing =
  'admin.users.setOwner' | 'admin.users.setAdmin' | 'admin.users.setRegular' | 'admin.users.remove';
const ofAll = (method: Managing) =>
  casesOf(method, {
    team_not_found: (world, call) =>
      call(world.owner.token, { team_id: world.foreign.teamId, user_id: world.member.userId }),
    not_an_admin: (world, call) => call(world.member.token, named(world, world.guest.userId)),
    not_an_owner: async (world, call) => call((await admin(world)).token, named(world, world.owner.userId)),
    user_not_found: (world, call) => call(world.owner.token, named(world, world.foreign.owner.userId)),
  });
const last = (method: Exclude<Managing, 'admin.users.setOwner'>) =>
  casesOf(method, {
    last_owner: ({ foreign }, call) =>
      call(foreign.owner.token, { team_id: foreign.teamId, user_id: foreign.owner.userId }),
  });
const wrongRole = (method: Exclude<Managing, 'admin.users.remove'>) =>
  casesOf(method, {
    invalid_role_for_user: (world, call) => call(world.owner.token, named(world, world.bot.userId)),
  });

const ofHolders = (method: 'sessions.list' | 'sessions.revoke' | 'tokens.list' | 'tokens.revoke') => {
  const some = { session_id: 'K0NEVERMINTE', token_id: 'K0NEVERMINTE' };
  return casesOf(method, {
    not_an_admin: ({ member, guest }, call) => call(member.token, { ...some, user_id: guest.userId }),
    not_an_owner: async (world, call) =>
      call((await admin(world)).token, { ...some, user_id: world.owner.userId }),
    user_not_found: ({ owner, foreign }, call) =>
      call(owner.token, { ...some, user_id: foreign.owner.userId }),
  });
};

export const managingCases = [
  ...ofAll('admin.users.setOwner'),
  ...ofAll('admin.users.setAdmin'),
  ...ofAll('admin.users.setRegular'),
  ...ofAll('admin.users.remove'),
  ...wrongRole('admin.users.setOwner'),
  ...wrongRole('admin.users.setAdmin'),
  ...wrongRole('admin.users.setRegular'),
  ...last('admin.users.setAdmin'),
  ...last('admin.users.setRegular'),
  ...last('admin.users.remove'),
  ...casesOf('admin.users.remove', {
    user_already_deleted: async (world, call) => {
      const args = named(world, (await world.newPerson()).userId);
      await world.ask('admin.users.remove', world.owner.token, args);
      return call(world.owner.token, args);
    },
  }),
  ...casesOf('members.setGuest', {
    not_an_admin: ({ member, guest, guestRoom }, call) =>
      call(member.token, { user_id: guest.userId, channel_ids: [guestRoom] }),
    not_an_owner: async (world, call) =>
      call((await admin(world)).token, { user_id: world.owner.userId, channel_ids: [world.guestRoom] }),
    user_not_found: ({ owner, guestRoom }, call) =>
      call(owner.token, { user_id: never.user, channel_ids: [guestRoom] }),
    invalid_role_for_user: ({ owner, bot, guestRoom }, call) =>
      call(owner.token, { user_id: bot.userId, channel_ids: [guestRoom] }),
    last_owner: ({ foreign }, call) =>
      call(foreign.owner.token, { user_id: foreign.owner.userId, channel_ids: [foreign.generalId] }),
    channel_not_found: ({ owner, guest, foreign }, call) =>
      call(owner.token, { user_id: guest.userId, channel_ids: [foreign.generalId] }),
    guest_needs_channels: ({ owner, guest }, call) =>
      call(owner.token, { user_id: guest.userId, channel_ids: [] }),
  }),
  ...casesOf('members.reactivate', {
    not_an_admin: ({ member, guest }, call) => call(member.token, { user_id: guest.userId }),
    not_an_owner: async (world, call) => call((await admin(world)).token, { user_id: world.owner.userId }),
    user_not_found: ({ owner }, call) => call(owner.token, { user_id: never.user }),
  }),
  ...ofHolders('sessions.list'),
  ...ofHolders('sessions.revoke'),
  ...ofHolders('tokens.list'),
  ...ofHolders('tokens.revoke'),
  ...casesOf('sessions.revoke', {
    // A token is none, also where it is one's own.
    session_not_found: async ({ ask: askHouse, owner }, call) => {
      const { tokens } = await askHouse('tokens.list', owner.token, {});
      return call(owner.token, { session_id: tokens[0]?.id });
    },
  }),
  ...casesOf('tokens.revoke', {
    token_not_found: async ({ ask: askHouse, owner, member }, call) => {
      const { tokens } = await askHouse('tokens.list', member.token, {});
      return call(owner.token, { token_id: tokens[0]?.id });
    },
  }),
  ...casesOf('account.sessions.revoke', {
    session_not_found: async ({ ask: askHouse, newAccount, workspace }, call) => {
      const { sessions } = await askHouse('account.sessions.list', workspace.accountToken, {});
      return call(await newAccount(), { session_id: sessions[0]?.id });
    },
  }),
  ...casesOf('account.setPassword', {
    password_too_short: async ({ newAccount }, call) => call(await newAccount(), { password: 'short' }),
    session_not_proved: async ({ ask: askHouse, newPerson }, call) => {
      const { email, password: own = '' } = await newPerson();
      const { token } = await askHouse('account.signIn', undefined, { email, password: own });
      return call(token, { password });
    },
  }),
  ...casesOf('invitations.list', {
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'page 2' }),
  }),
  ...casesOf('invitations.revoke', {
    // Of another's a member learns nothing.
    invitation_not_found: async ({ ask: askHouse, owner, member }, call) => {
      const { invitation } = await askHouse('invitations.create', owner.token, {});
      return call(member.token, { invitation_id: invitation.id });
    },
  }),
  ...casesOf('invitations.accept', {
    sign_up_closed: async () => {
      const house = await startHouse({ vars: { SIGN_UP_POLICY: 'closed' } });
      try {
        const owner = { email: newEmail(), password, realName: 'Olive Owner', workspace: unique('Closed') };
        const made = await setUpWorkspace(house.url, house.setupSecret, owner);
        const { secret } = await ask(house.url, 'invitations.create', made.session, {});
        const args = { secret, email: newEmail(), real_name: 'Nora New', password };
        return await askRaw(house.url, 'invitations.accept', undefined, args);
      } finally {
        await house.stop();
      }
    },
  }),
];
