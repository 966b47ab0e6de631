import { ask } from '../../support/ask.ts';
import { acceptInvitation, setUpWorkspace } from '../../../dev/sign-up.ts';
import { lastMailId, waitForCode } from '../../../dev/outbox-client.ts';
import { editState } from '../../support/edit-state.ts';
import { startHouse } from '../../support/house.ts';
import { unique, type TestPerson } from '../../support/workspace.ts';
import { askRaw, type RawArguments } from '../ask-raw.ts';
import { deactivate, never, type World } from '../world.ts';
import { casesOf } from './error-case.ts';

const newEmail = (): string => `${unique('mail')}@test.example`;
const password = 'correct horse battery';
const strange = `${never.team}-${'a'.repeat(40)}`;

const invite = async ({ ask: askHouse, owner }: World, email?: string): Promise<string> => {
  const args = { role: 'member' as const, ...(email === undefined ? {} : { email }) };
  return (await askHouse('invitations.create', owner.token, args)).secret;
};
const guestArguments = (secret: string): RawArguments & { email: string } => ({
  secret,
  email: newEmail(),
  real_name: 'Nora New',
  password,
});

/** An invitation that somebody took: it was good for one. */
const usedInvitation = async (world: World): Promise<string> => {
  const secret = await invite(world);
  await acceptInvitation(world.url, secret, { email: newEmail(), realName: 'Una User', password });
  return secret;
};
/** The least that a link can live is a day, so its row is changed instead. */
const expiredInvitation = async ({ ask: askHouse, owner, house }: World): Promise<string> => {
  const { invitation, secret } = await askHouse('invitations.create', owner.token, {});
  const sql = 'update invitations set expires = ? where id = ?';
  await editState(house, 'Directory', [{ sql, values: [1, invitation.id] }]);
  return secret;
};
const revokedInvitation = async ({ ask: askHouse, owner }: World): Promise<string> => {
  const { invitation, secret } = await askHouse('invitations.create', owner.token, {});
  await askHouse('invitations.revoke', owner.token, { invitation_id: invitation.id });
  return secret;
};
/** Somebody who was deactivated, with the account that is still theirs. */
const deactivated = async (world: World): Promise<{ person: TestPerson; account: string }> => {
  const person = await world.newPerson();
  const { email, password: own = '' } = person;
  const { token: account } = await world.ask('account.signIn', undefined, { email, password: own });
  await deactivate(world, person);
  return { person, account };
};

export const accountCases = [
  ...casesOf('account.requestCode', {
    mail_not_configured: async () => {
      const house = await startHouse({ without: ['OUTBOX'] });
      try {
        return await askRaw(house.url, 'account.requestCode', undefined, { email: newEmail() });
      } finally {
        await house.stop();
      }
    },
  }),
  ...casesOf('account.signIn', {
    invalid_code: async ({ house, ask: askHouse }, call) => {
      const email = newEmail();
      await askHouse('account.requestCode', undefined, { email });
      const code = await waitForCode(house, email, 0);
      return call(undefined, { email, code: code === '000000' ? '000001' : '000000' });
    },
    // Tried too often, it is over like one that is too old.
    code_expired: async ({ house, ask: askHouse }, call) => {
      const email = newEmail();
      const before = await lastMailId(house, email);
      await askHouse('account.requestCode', undefined, { email });
      const code = await waitForCode(house, email, before);
      const wrong = code === '000000' ? '000001' : '000000';
      for (let tries = 0; tries < 3; tries += 1) await call(undefined, { email, code: wrong });
      return call(undefined, { email, code });
    },
    invalid_credentials: ({ member }, call) =>
      call(undefined, { email: member.email, password: 'not the password' }),
  }),
  ...casesOf('workspaces.create', {
    // Under the policy `invite` the owner’s link alone lets somebody make workspaces.
    restricted_action: async () => {
      const house = await startHouse({ vars: { SIGN_UP_POLICY: 'invite' } });
      try {
        const owner = { email: newEmail(), password, realName: 'Olive Owner', workspace: unique('Invited') };
        const made = await setUpWorkspace(house.url, house.setupSecret, owner);
        const { secret } = await ask(house.url, 'invitations.create', made.session, {});
        const accepted = await ask(house.url, 'invitations.accept', undefined, {
          secret,
          email: newEmail(),
          real_name: 'Ines Invited',
          password,
        });
        const args = { name: 'Mine', real_name: 'Ines Invited' };
        return await askRaw(house.url, 'workspaces.create', accepted.account_token, args);
      } finally {
        await house.stop();
      }
    },
  }),
  ...casesOf('workspaces.enter', {
    team_not_found: ({ workspace, foreign }, call) =>
      call(workspace.accountToken, { team_id: foreign.teamId }),
    account_deactivated: async (world, call) => {
      const { account } = await deactivated(world);
      return call(account, { team_id: world.workspace.teamId });
    },
  }),
  ...casesOf('invitations.create', {
    restricted_action: ({ member }, call) => call(member.token, { role: 'admin' }),
    channel_not_found: ({ owner }, call) => call(owner.token, { channel_ids: [never.channel] }),
    guest_needs_channels: ({ owner }, call) => call(owner.token, { role: 'guest' }),
  }),
  ...casesOf('invitations.get', {
    invitation_not_found: (_, call) => call(undefined, { secret: strange }),
    invitation_expired: async (world, call) => call(undefined, { secret: await expiredInvitation(world) }),
    invitation_used: async (world, call) => call(undefined, { secret: await usedInvitation(world) }),
    invitation_revoked: async (world, call) => call(undefined, { secret: await revokedInvitation(world) }),
  }),
  ...casesOf('invitations.accept', {
    invitation_not_found: (_, call) => call(undefined, guestArguments(strange)),
    invitation_expired: async (world, call) =>
      call(undefined, guestArguments(await expiredInvitation(world))),
    invitation_used: async (world, call) => call(undefined, guestArguments(await usedInvitation(world))),
    invitation_revoked: async (world, call) =>
      call(undefined, guestArguments(await revokedInvitation(world))),
    invitation_for_other_email: async (world, call) =>
      call(undefined, guestArguments(await invite(world, newEmail()))),
    password_too_short: async (world, call) =>
      call(undefined, { ...guestArguments(await invite(world)), password: 'short' }),
    invalid_credentials: async (world, call) =>
      call(undefined, { ...guestArguments(await invite(world)), email: world.member.email }),
    account_deactivated: async (world, call) => {
      const { person } = await deactivated(world);
      const { email, password: own } = person;
      return call(undefined, { ...guestArguments(await invite(world)), email, password: own });
    },
  }),
];
