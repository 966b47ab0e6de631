import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Arguments } from '../../dev/client.ts';
import { ask, call } from '../support/ask.ts';
import { lastMailId, waitForCode } from '../../dev/outbox-client.ts';
import { acceptInvitation } from '../../dev/sign-up.ts';
import type { MethodName } from '../../protocol/methods.ts';
import { followChannel } from '../support/follow-channel.ts';
import { connect, type Frame, type GatewayClient } from '../support/gateway-client.ts';
import { startHouse, type House } from '../support/house.ts';
import { join, makeBot, makeToken, signUp, unique } from '../support/workspace.ts';
import type { TestPerson, TestWorkspace } from '../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const must = <Name extends MethodName>(method: Name, token: string, args: Arguments<Name>) =>
  ask(house.url, method, token, args);
const errorOf = async <Name extends MethodName>(method: Name, token: string, args: Arguments<Name>) => {
  const answer = await call(house.url, method, token, args);
  return answer.ok ? 'ok' : answer.error;
};

const isReady = ({ type }: Frame): boolean => type === 'hello';
const says = (text: string) => (frame: Frame) => frame['text'] === text;
const heard = (socket: GatewayClient, text: string): boolean => JSON.stringify(socket.frames).includes(text);

async function gatewayOf(token: string): Promise<GatewayClient> {
  const socket = await connect(house.url, token);
  await socket.find(isReady);
  return socket;
}
async function directOf(token: string, channel: string): Promise<GatewayClient> {
  const socket = await followChannel(house.url, token, channel);
  await socket.find(isReady);
  return socket;
}

/** Everything that was sent before is answered: a socket that stays open and heard nothing by now hears nothing. */
async function settled(socket: GatewayClient): Promise<void> {
  const id = unique('ping');
  socket.send({ type: 'ping', id });
  await socket.answer(id);
}

/** Somebody else says it, and one who may hear it has it. */
async function postBy({ owner }: TestWorkspace, channel: string, text: string): Promise<void> {
  const witness = await gatewayOf(owner.token);
  await must('chat.postMessage', owner.token, { channel, text });
  await witness.find(says(text));
  await witness.close();
}

interface Opened {
  readonly workspace: TestWorkspace;
  readonly person: TestPerson;
  readonly room: string;
  /** By the credential that is to be revoked. */
  readonly sockets: readonly GatewayClient[];
  /** By another one of the same person. */
  readonly others: readonly GatewayClient[];
}

/** A person in a private room, with sockets open by `token` at the gateway and straight to the room, and by another one. */
async function opened(
  byWhich: (person: TestPerson, workspace: TestWorkspace) => string | Promise<string>,
): Promise<Opened & { token: string }> {
  const workspace = await signUp(house);
  const person = await join(workspace);
  const { owner } = workspace;
  const { channel } = await must('conversations.create', owner.token, {
    name: unique('room'),
    is_private: true,
  });
  await must('conversations.invite', owner.token, { channel: channel.id, users: [person.userId] });
  const token = await byWhich(person, workspace);
  const other = await makeToken(house.url, person.session);
  const both = async (by: string) => [await gatewayOf(by), await directOf(by, channel.id)];
  const [sockets, others] = [await both(token), await both(other)];
  return { workspace, person, room: channel.id, token, sockets, others };
}

/** After the acknowledgement: closed, no call, and not one frame of what was said since. */
async function expectSilence({ workspace, room, sockets }: Opened): Promise<void> {
  const text = unique('after');
  await postBy(workspace, room, text);
  for (const socket of sockets) {
    expect((await socket.closed).code).toBe(4002);
    expect(heard(socket, text)).toBe(false);
  }
}
async function expectHearing({ workspace, room, others }: Opened): Promise<void> {
  const text = unique('still');
  await postBy(workspace, room, text);
  for (const socket of others) await socket.find(says(text));
}

describe('after the answer no call succeeds and no frame comes on what was opened by', () => {
  test('a token that its holder revoked; another one stays', async () => {
    const world = await opened(({ session }) => makeToken(house.url, session));
    const { tokens } = await must('tokens.list', world.token, {});
    const mine = tokens.find(({ is_current: isCurrent }) => isCurrent);
    await must('tokens.revoke', world.person.token, { token_id: mine?.id ?? '' });
    expect(await errorOf('auth.test', world.token, {})).toBe('token_revoked');
    expect(await errorOf('gateway.connect', world.token, {})).toBe('token_revoked');
    await expectSilence(world);
    await expectHearing(world);
    // A repeat is safe.
    expect(await errorOf('tokens.revoke', world.person.token, { token_id: mine?.id ?? '' })).toBe('ok');
  });

  test('a token that revoked itself', async () => {
    const world = await opened(({ session }) => makeToken(house.url, session));
    expect(await must('auth.revoke', world.token, {})).toMatchObject({ revoked: true });
    expect(await errorOf('auth.test', world.token, {})).toBe('token_revoked');
    await expectSilence(world);
    await expectHearing(world);
  });

  test('a bot’s token that an admin revoked', async () => {
    const workspace = await signUp(house);
    const { generalId: room, owner } = workspace;
    const bot = await makeBot(workspace);
    await must('conversations.invite', owner.token, { channel: room, users: [bot.userId] });
    const sockets = [await gatewayOf(bot.token), await directOf(bot.token, room)];
    const { tokens } = await must('tokens.list', owner.token, { user_id: bot.userId });
    expect(tokens).toMatchObject([{ kind: 'bot', user_id: bot.userId }]);
    await must('tokens.revoke', owner.token, { token_id: tokens[0]?.id ?? '', user_id: bot.userId });
    expect(await errorOf('auth.test', bot.token, {})).toBe('token_revoked');
    await expectSilence({ workspace, person: owner, room, sockets, others: [] });
  });

  test('a workspace session that its person ended, and one that an admin ended', async () => {
    for (const byAdmin of [false, true]) {
      const world = await opened(({ session }) => session);
      const { workspace, person, token } = world;
      const { sessions } = await must('sessions.list', token, {});
      expect(sessions).toMatchObject([{ user_id: person.userId, is_current: true }]);
      const [id = ''] = sessions.map((session) => session.id);
      if (byAdmin) {
        const asked = { session_id: id, user_id: person.userId };
        await must('sessions.revoke', workspace.owner.token, asked);
      } else await must('sessions.revoke', person.token, { session_id: id });
      expect(await errorOf('auth.test', token, {})).toBe('token_revoked');
      await expectSilence(world);
      await expectHearing(world);
      expect((await must('sessions.list', person.token, {})).sessions).toEqual([]);
    }
  });

  test('an account session that signed out, with the workspace session that it opened', async () => {
    let mine = '';
    const world = await opened(async (person, workspace) => {
      mine = await signIn(person);
      return sessionBy(mine, workspace);
    });
    const account = await signIn(world.person);
    const kept = await sessionBy(account, world.workspace);
    await must('account.signOut', mine, {});
    expect(await errorOf('account.get', mine, {})).toBe('invalid_auth');
    expect(await errorOf('workspaces.enter', mine, { team_id: world.workspace.teamId })).toBe('invalid_auth');
    expect(await errorOf('auth.test', world.token, {})).toBe('token_revoked');
    await expectSilence(world);
    await expectHearing(world);
    // What another account session opened stays, until all are signed out.
    expect(await errorOf('auth.test', kept, {})).toBe('ok');
    await must('account.signOut', account, { everywhere: true });
    expect(await errorOf('auth.test', kept, {})).toBe('token_revoked');
    expect(await errorOf('auth.test', world.person.session, {})).toBe('token_revoked');
    expect(await errorOf('auth.test', world.person.token, {})).toBe('ok');
  });

  test('an account session that another one revoked', async () => {
    let mine = '';
    const world = await opened(async (person, workspace) => {
      mine = await signIn(person);
      return sessionBy(mine, workspace);
    });
    const other = await signIn(world.person);
    const current = await must('account.sessions.list', mine, {});
    const id = current.sessions.find(({ is_current: isCurrent }) => isCurrent)?.id ?? '';
    await must('account.sessions.revoke', other, { session_id: id });
    expect(await errorOf('account.get', mine, {})).toBe('invalid_auth');
    expect(await errorOf('auth.test', world.token, {})).toBe('token_revoked');
    await expectSilence(world);
    await expectHearing(world);
    expect(await errorOf('account.get', other, {})).toBe('ok');
    expect(await errorOf('account.sessions.revoke', other, { session_id: id })).toBe('session_not_found');
  });

  test('somebody who was deactivated; reactivated, they come back as who they were, and sign in anew', async () => {
    const world = await opened(({ token }) => token);
    const { workspace, person, room, others } = world;
    const account = await signIn(person);
    await must('admin.users.remove', workspace.owner.token, named(workspace, person));
    for (const token of [person.token, person.session]) {
      expect(await errorOf('auth.test', token, {})).toBe('account_inactive');
      const refused = await connect(house.url, token);
      expect(await refused.closed).toMatchObject({ code: 4001, reason: 'account_inactive' });
    }
    await expectSilence({ ...world, sockets: [...world.sockets, ...others] });
    const enter = { team_id: workspace.teamId };
    expect(await errorOf('workspaces.enter', account, enter)).toBe('account_deactivated');
    const { user } = await must('users.info', workspace.owner.token, { user: person.userId });
    expect(user.deleted).toBe(true);

    await must('members.reactivate', workspace.owner.token, { user_id: person.userId });
    expect(await errorOf('auth.test', person.token, {})).toBe('token_revoked');
    const session = await sessionBy(account, workspace);
    expect(await errorOf('conversations.history', session, { channel: room })).toBe('ok');
    const socket = await gatewayOf(session);
    const text = unique('back');
    await postBy(workspace, room, text);
    await socket.find(says(text));
  });

  test('somebody who was removed from the channel: there alone', async () => {
    const world = await opened(({ token }) => token);
    const { workspace, person, room, sockets, others } = world;
    const gateways = [sockets[0], others[0]].filter((socket) => socket !== undefined);
    const directs = [sockets[1], others[1]].filter((socket) => socket !== undefined);
    await must('conversations.kick', workspace.owner.token, { channel: room, user: person.userId });
    expect(await errorOf('conversations.history', person.token, { channel: room })).toBe('channel_not_found');
    await expectSilence({ ...world, sockets: directs });
    const [inRoom, inGeneral] = [unique('room'), unique('general')];
    await postBy(workspace, room, inRoom);
    await postBy(workspace, workspace.generalId, inGeneral);
    for (const socket of gateways) {
      await socket.find(says(inGeneral));
      expect(heard(socket, inRoom)).toBe(false);
    }
    const refused = await followChannel(house.url, person.token, room);
    expect(await refused.closed).toEqual({ code: 4001, reason: 'channel_not_found' });
  });
});

describe('a lower role holds on open sockets when it is answered', () => {
  test('a guest loses public channels that they were in, followed and had a socket straight to', async () => {
    const workspace = await signUp(house);
    const { owner, generalId } = workspace;
    const person = await join(workspace);
    const [own, kept, followed] = [await roomOf(workspace), await roomOf(workspace), await roomOf(workspace)];
    for (const channel of [own, kept]) {
      await must('conversations.invite', owner.token, { channel, users: [person.userId] });
    }
    const { channel: direct } = await must('conversations.open', person.token, { users: [owner.userId] });
    const socket = await gatewayOf(person.token);
    socket.send({ type: 'subscribe', id: 1, channels: [followed] });
    expect(await socket.answer(1)).toMatchObject({ channels: { [followed]: {} } });
    const straight = [await directOf(person.token, followed), await directOf(person.token, own)];
    const keptStraight = await directOf(person.token, kept);

    await must('members.setGuest', owner.token, { user_id: person.userId, channel_ids: [kept] });
    for (const channel of [own, followed, generalId]) {
      expect(await errorOf('conversations.history', person.token, { channel })).toBe('channel_not_found');
      expect(await errorOf('conversations.join', person.token, { channel })).toBe('channel_not_found');
    }
    expect(await errorOf('conversations.create', person.token, { name: unique('mine') })).toBe(
      'restricted_action',
    );
    const lost = unique('lost');
    for (const channel of [own, followed, generalId]) await postBy(workspace, channel, lost);
    const made = unique('made-later');
    await must('conversations.create', owner.token, { name: made });
    const [heardStill, inDirect] = [unique('kept'), unique('direct')];
    await postBy(workspace, direct.id, inDirect);
    await postBy(workspace, kept, heardStill);
    await socket.find(says(heardStill));
    await socket.find(says(inDirect));
    await keptStraight.find(says(heardStill));
    await settled(socket);
    expect(heard(socket, lost)).toBe(false);
    expect(heard(socket, made)).toBe(false);
    for (const one of straight) {
      expect((await one.closed).code).toBe(4002);
      expect(heard(one, lost)).toBe(false);
    }
    socket.send({ type: 'subscribe', id: 2, channels: [followed] });
    expect(await socket.answer(2)).toMatchObject({ type: 'subscribed', channels: {} });
    const { user } = await must('users.info', owner.token, { user: person.userId });
    expect(user.is_restricted).toBe(true);

    // A full member again: in #general, and hears of new channels.
    await must('admin.users.setRegular', owner.token, named(workspace, person));
    const [inGeneral, later] = [unique('general'), unique('made-then')];
    await postBy(workspace, generalId, inGeneral);
    await socket.find(says(inGeneral));
    await must('conversations.create', owner.token, { name: later });
    await socket.find((frame) => JSON.stringify(frame).includes(later));
  });

  test('a guest whose channel is taken hears nothing of it, and is in the one that they get', async () => {
    const workspace = await signUp(house);
    const [first, second] = [await roomOf(workspace), await roomOf(workspace)];
    const guest = await join(workspace, { role: 'guest', channelIds: [first] });
    const socket = await gatewayOf(guest.token);
    const straight = await directOf(guest.token, first);
    const asked = { user_id: guest.userId, channel_ids: [second] };
    await must('members.setGuest', workspace.owner.token, asked);
    expect(await errorOf('conversations.history', guest.token, { channel: first })).toBe('channel_not_found');
    const [lost, got] = [unique('lost'), unique('got')];
    await postBy(workspace, first, lost);
    await postBy(workspace, second, got);
    await socket.find(says(got));
    expect(heard(socket, lost)).toBe(false);
    expect((await straight.closed).code).toBe(4002);
    expect(heard(straight, lost)).toBe(false);
    // The same again changes nothing.
    expect(await errorOf('members.setGuest', workspace.owner.token, asked)).toBe('ok');
  });

  test('an admin who is lowered administers nothing more', async () => {
    const workspace = await signUp(house);
    const { owner } = workspace;
    const [admin, member] = [await join(workspace, { role: 'admin' }), await join(workspace)];
    expect(await errorOf('bots.create', admin.token, { name: 'robot' })).toBe('ok');
    await must('admin.users.setRegular', owner.token, named(workspace, admin));
    expect(await errorOf('bots.create', admin.token, { name: 'robot' })).toBe('restricted_action');
    expect(await errorOf('sessions.list', admin.token, { user_id: member.userId })).toBe('not_an_admin');
    expect(await errorOf('admin.users.remove', admin.token, named(workspace, member))).toBe('not_an_admin');
  });
});

describe('roles', () => {
  test('ownership is handed over, and the last owner stays one', async () => {
    const workspace = await signUp(house);
    const { owner } = workspace;
    const heir = await join(workspace);
    const self = named(workspace, owner);
    expect(await errorOf('admin.users.setRegular', owner.token, self)).toBe('last_owner');
    expect(await errorOf('admin.users.remove', owner.token, self)).toBe('last_owner');
    await must('admin.users.setOwner', owner.token, named(workspace, heir));
    await must('admin.users.setAdmin', owner.token, self);
    expect(await errorOf('admin.users.setOwner', owner.token, self)).toBe('not_an_owner');
    expect(await errorOf('admin.users.remove', owner.token, named(workspace, heir))).toBe('not_an_owner');
    expect(await errorOf('admin.users.remove', heir.token, named(workspace, heir))).toBe('last_owner');
    const { user } = await must('users.info', heir.token, { user: owner.userId });
    expect(user).toMatchObject({ is_owner: false, is_primary_owner: false, is_admin: true });
  });

  test('nobody raises themselves', async () => {
    const workspace = await signUp(house);
    const admin = await join(workspace, { role: 'admin' });
    const member = await join(workspace);
    for (const method of ['admin.users.setOwner', 'admin.users.setAdmin'] as const) {
      expect(await errorOf(method, member.token, named(workspace, member))).toBe('not_an_admin');
    }
    expect(await errorOf('admin.users.setOwner', admin.token, named(workspace, admin))).toBe('not_an_owner');
    expect(await errorOf('admin.users.setRegular', admin.token, named(workspace, admin))).toBe(
      'not_an_owner',
    );
  });
});

describe('a socket straight to a channel', () => {
  test('is closed at once for who may not see it, alike for what is hidden and what never was', async () => {
    const [workspace, foreign] = [await signUp(house), await signUp(house)];
    const member = await join(workspace);
    const { channel: hidden } = await must('conversations.create', workspace.owner.token, {
      name: unique('hidden'),
      is_private: true,
    });
    for (const channel of [hidden.id, foreign.generalId, 'C0NEVERMINTE', 'D0NEVERMINTE', 'nonsense']) {
      const socket = await followChannel(house.url, member.token, channel);
      const refused = { channel, ...(await socket.closed) };
      expect(refused).toEqual({ channel, code: 4001, reason: 'channel_not_found' });
    }
    const stranger = await followChannel(house.url, 'nonsense', workspace.generalId);
    expect(await stranger.closed).toEqual({ code: 4001, reason: 'invalid_auth' });
    const bare = await fetch(`${house.url}/channels/${workspace.generalId}/socket`);
    expect(bare.status).toBe(426);
  });

  test('hears a public channel that its person is not in', async () => {
    const workspace = await signUp(house);
    const member = await join(workspace);
    const room = await roomOf(workspace);
    const socket = await directOf(member.token, room);
    const text = unique('public');
    await postBy(workspace, room, text);
    await socket.find(says(text));
  });
});

describe('invitations', () => {
  test('are listed to who may take them back, and let nobody in once taken back', async () => {
    const workspace = await signUp(house);
    const { owner, url } = workspace;
    const member = await join(workspace);
    const byOwner = await must('invitations.create', owner.token, { max_uses: 3 });
    const byMember = await must('invitations.create', member.token, {});
    const idsOf = async (token: string) =>
      (await must('invitations.list', token, {})).invitations.map(({ id }) => id);
    expect(await idsOf(member.token)).toEqual([byMember.invitation.id]);
    expect(await idsOf(owner.token)).toEqual([byOwner.invitation.id, byMember.invitation.id].toSorted());
    const first = await must('invitations.list', owner.token, { limit: 1 });
    const cursor = first.response_metadata.next_cursor;
    const second = await must('invitations.list', owner.token, { limit: 1, cursor });
    expect([...first.invitations, ...second.invitations].map(({ id }) => id)).toEqual(
      await idsOf(owner.token),
    );
    expect(second.response_metadata.next_cursor).toBe('');

    await must('invitations.revoke', owner.token, { invitation_id: byMember.invitation.id });
    await must('invitations.revoke', owner.token, { invitation_id: byMember.invitation.id });
    expect(await idsOf(member.token)).toEqual([]);
    const { secret } = byMember;
    expect(await call(url, 'invitations.get', undefined, { secret })).toMatchObject({
      error: 'invitation_revoked',
    });
    const late = { email: newEmail(), realName: 'Late Comer', password: 'correct horse battery' };
    await expect(acceptInvitation(url, secret, late)).rejects.toThrow('invitation_revoked');
  });

  test('end with the right that they were made by', async () => {
    const workspace = await signUp(house);
    const { owner, url } = workspace;
    const admin = await join(workspace, { role: 'admin' });
    const room = await roomOf(workspace);
    const asked = { role: 'guest' as const, channel_ids: [room] };
    const forGuest = await must('invitations.create', admin.token, asked);
    const forMember = await must('invitations.create', admin.token, {});
    const errorOfLink = async ({ secret }: { secret: string }) => {
      const answer = await call(url, 'invitations.get', undefined, { secret });
      return answer.ok ? 'ok' : answer.error;
    };
    await must('admin.users.setRegular', owner.token, named(workspace, admin));
    expect(await errorOfLink(forGuest)).toBe('invitation_revoked');
    expect(await errorOfLink(forMember)).toBe('ok');
    await must('admin.users.remove', owner.token, named(workspace, admin));
    expect(await errorOfLink(forMember)).toBe('invitation_revoked');
  });
});

describe('an account', () => {
  test('sets its password where its address was proved, in several workspaces signs in once', async () => {
    const [one, two] = [await signUp(house), await signUp(house)];
    const person = await join(one);
    const proved = await signInByCode(person.email);
    // The first proof dropped the password that came with the invitation, and what it opened.
    expect(await errorOf('auth.test', person.session, {})).toBe('token_revoked');
    expect(await errorOf('auth.test', person.token, {})).toBe('token_revoked');
    await expect(signIn(person)).rejects.toThrow('invalid_credentials');
    const password = unique('password');
    await must('account.setPassword', proved, { password });
    const account = await signIn({ ...person, password });
    const { secret } = await must('invitations.create', two.owner.token, {});
    const asked = { email: person.email, realName: 'Ines Invited', password };
    const there = await acceptInvitation(house.url, secret, asked);
    const { workspaces } = await must('account.get', account, {});
    expect(workspaces.map(({ team, user }) => [team.id, user.id])).toEqual([
      [one.teamId, person.userId],
      [two.teamId, there.userId],
    ]);
    const sessions = [await sessionBy(account, one), await sessionBy(account, two)];
    await must('account.signOut', account, {});
    for (const session of sessions) expect(await errorOf('auth.test', session, {})).toBe('token_revoked');
    expect(await errorOf('auth.test', there.session, {})).toBe('ok');
  });
});

const newEmail = (): string => `${unique('mail')}@test.example`;
const named = ({ teamId }: TestWorkspace, { userId }: TestPerson) => ({ team_id: teamId, user_id: userId });

async function roomOf({ owner }: TestWorkspace): Promise<string> {
  return (await must('conversations.create', owner.token, { name: unique('room') })).channel.id;
}

const signIn = async ({ email, password = '' }: Pick<TestPerson, 'email' | 'password'>): Promise<string> =>
  (await ask(house.url, 'account.signIn', undefined, { email, password })).token;
const sessionBy = async (account: string, { teamId }: TestWorkspace): Promise<string> =>
  (await must('workspaces.enter', account, { team_id: teamId })).token;

async function signInByCode(email: string): Promise<string> {
  const before = await lastMailId(house, email);
  await ask(house.url, 'account.requestCode', undefined, { email });
  const code = await waitForCode(house, email, before);
  return (await ask(house.url, 'account.signIn', undefined, { email, code })).token;
}
