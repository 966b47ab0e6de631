import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { pagesBy, refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { missingFields } from '../../support/slack-fields.ts';
import {
  join,
  makeBot,
  makeToken,
  signUp,
  unique,
  type TestBot,
  type TestPerson,
  type TestWorkspace,
} from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const sorted = (ids: readonly (string | undefined)[]): string[] => ids.map(String).toSorted();

describe.each(sdks)('tokens, the workspace and its people by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let bot: TestBot;
  let owner: WebClient;
  let member: WebClient;
  const slack = (token: string): WebClient => client(house.url, token);

  beforeAll(async () => {
    workspace = await signUp(house);
    [ines, bot] = await Promise.all([join(workspace), makeBot(workspace)]);
    owner = slack(workspace.owner.token);
    member = slack(ines.token);
  });

  test('auth.test says whose token it is, a person’s and a bot’s', async () => {
    const answer = await owner.auth.test();
    expect(answer).toMatchObject({
      url: `${house.url}/`,
      team_id: workspace.teamId,
      user_id: workspace.owner.userId,
      is_enterprise_install: false,
    });
    expect(answer).not.toHaveProperty('bot_id');
    expect(await slack(bot.token).auth.test()).toMatchObject({ user_id: bot.userId, bot_id: bot.id });
  });

  test('the SDK learns the scopes from the headers', async () => {
    const token = await makeToken(house.url, workspace.owner.session, ['users:read', 'chat:write']);
    const { response_metadata: metadata } = await slack(token).users.list({});
    expect(metadata).toMatchObject({ scopes: ['users:read', 'chat:write'], acceptedScopes: ['users:read'] });
  });

  test('a session is a token too', async () => {
    expect(await slack(ines.session).auth.test()).toMatchObject({ user_id: ines.userId });
  });

  test('auth.revoke with `test` revokes nothing, and without it the token', async () => {
    const token = await makeToken(house.url, ines.session);
    expect(await slack(token).auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect(await slack(token).auth.test()).toMatchObject({ ok: true });
    expect(await slack(token).auth.revoke({})).toMatchObject({ revoked: true });
    expect(await refusalOf(slack(token).auth.test())).toBe('token_revoked');
    expect(await member.auth.test()).toMatchObject({ ok: true });
  });

  test('a guest knows of those with whom they share a conversation, page by page, and of nobody else', async () => {
    const room = async (...people: TestPerson[]): Promise<string> => {
      const channel = (await owner.conversations.create({ name: unique('room') })).channel?.id ?? '';
      await owner.conversations.invite({ channel, users: people.map(({ userId }) => userId).join() });
      return channel;
    };
    const [first, second] = await Promise.all([join(workspace), join(workspace)]);
    const channelIds = [await room(first), await room(first, second)];
    const gus = await join(workspace, { role: 'guest', channelIds });
    const guest = slack(gus.token);
    const ids: (string | undefined)[] = [];
    for await (const { members } of pagesBy(guest, 'users.list', { limit: 2 }))
      ids.push(...members.map(({ id }) => id));
    const known = [workspace.owner, first, second, gus].map(({ userId }) => userId);
    expect(ids).toEqual(sorted([...known, 'USLACKBOT']));

    expect((await guest.users.info({ user: second.userId })).user?.profile?.email).toBe(second.email);
    expect(await refusalOf(guest.users.info({ user: ines.userId }))).toBe('user_not_visible');
    expect(await refusalOf(guest.users.profile.get({ user: ines.userId }))).toBe('user_not_found');
    expect(await refusalOf(guest.users.lookupByEmail({ email: ines.email }))).toBe('users_not_found');
    expect(await refusalOf(guest.users.conversations({ user: ines.userId }))).toBe('user_not_found');
    const channel = channelIds[0] ?? '';
    for (const user of [ines.userId, 'U0NEVERMINTE']) {
      expect(await refusalOf(guest.conversations.kick({ channel, user }))).toBe('user_not_found');
      expect(await refusalOf(guest.conversations.invite({ channel, users: user }))).toBe(
        'user_is_restricted',
      );
    }
    // A full member knows of everybody.
    expect((await member.users.info({ user: gus.userId })).user).toMatchObject({ is_restricted: true });
    // A direct conversation is one that is shared.
    await member.conversations.open({ users: gus.userId });
    expect((await guest.users.info({ user: ines.userId })).user?.id).toBe(ines.userId);
    const { members: all = [] } = await guest.users.list({});
    expect(all.map(({ id }) => id)).toEqual(sorted([...known, ines.userId, 'USLACKBOT']));
  });

  test('api.test echoes what it was sent, and answers the error that was asked for', async () => {
    expect(await owner.apiCall('api.test', { foo: 'bar' })).toMatchObject({ ok: true, args: { foo: 'bar' } });
    await expect(owner.api.test({ error: 'my_error' })).rejects.toMatchObject({
      data: { ok: false, error: 'my_error' },
    });
  });

  test('team.info shows the workspace of the token', async () => {
    const { team } = await member.team.info();
    expect(missingFields('team', team)).toEqual([]);
    expect(team).toMatchObject({ id: workspace.teamId, domain: workspace.domain, url: `${house.url}/` });
    expect(await refusalOf(member.team.info({ team: 'T0AAAAAAAAAA' }))).toBe('team_not_found');
  });

  test('users.list has everybody, bots too, and its pages hold each once', async () => {
    const { members = [] } = await member.users.list({});
    for (const user of members) {
      expect(missingFields('user', user)).toEqual([]);
      expect(missingFields('profile', user.profile)).toEqual([]);
    }
    const ids = members.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([workspace.owner.userId, ines.userId, bot.userId]));
    const found: string[] = [];
    for await (const page of pagesBy(member, 'users.list', { limit: 1 }))
      found.push(...page.members.map(({ id }) => id));
    expect(found.toSorted()).toEqual(sorted(ids));
  });

  test('users.info shows roles and, with the scope, the address', async () => {
    const { user } = await member.users.info({ user: workspace.owner.userId });
    expect(user).toMatchObject({ is_owner: true, is_admin: true, is_primary_owner: true, is_bot: false });
    expect(user?.profile?.email).toBe(workspace.owner.email);
    const token = await makeToken(house.url, ines.session, ['users:read']);
    const bare = await slack(token).users.info({ user: workspace.owner.userId });
    expect(bare.user?.profile).not.toHaveProperty('email');
    const robot = await member.users.info({ user: bot.userId });
    expect(robot.user).toMatchObject({ is_bot: true, profile: { bot_id: bot.id } });
  });

  test('users.conversations shows what a person is in, as far as the caller may know', async () => {
    const open = await owner.conversations.create({ name: unique('open') });
    const hidden = await owner.conversations.create({ name: unique('hidden'), is_private: true });
    const types = 'public_channel,private_channel';
    const idsOf = async (from: WebClient, user: string): Promise<(string | undefined)[]> =>
      ((await from.users.conversations({ user, types })).channels ?? []).map(({ id }) => id);
    const own = await idsOf(owner, workspace.owner.userId);
    expect(own).toEqual(expect.arrayContaining([workspace.generalId, open.channel?.id, hidden.channel?.id]));
    const seen = await idsOf(member, workspace.owner.userId);
    expect(seen).toContain(open.channel?.id);
    expect(seen).not.toContain(hidden.channel?.id);
    const found: string[] = [];
    for await (const { channels } of pagesBy(owner, 'users.conversations', { types, limit: 1 }))
      found.push(...channels.map(({ id }) => id));
    expect(found.toSorted()).toEqual(sorted(own));
  });

  test('users.conversations leaves archived channels out when asked', async () => {
    const { channel } = await owner.conversations.create({ name: unique('old') });
    await owner.conversations.archive({ channel: channel?.id ?? '' });
    const { channels = [] } = await owner.users.conversations({ exclude_archived: true });
    expect(channels.map(({ id }) => id)).not.toContain(channel?.id);
  });

  test('a profile that was set is what everybody reads', async () => {
    const profile = {
      display_name: 'ines',
      title: 'Tester',
      status_text: 'at lunch',
      status_emoji: ':taco:',
    };
    const set = await member.users.profile.set({ profile });
    expect(set.profile).toMatchObject(profile);
    const { profile: read } = await owner.users.profile.get({ user: ines.userId });
    expect(missingFields('profile', read)).toEqual([]);
    expect(read).toMatchObject(profile);
    const { user } = await owner.users.info({ user: ines.userId });
    expect(user?.profile).toMatchObject(profile);
  });

  test('a status is there until its end, and then for nobody, whoever asks by what', async () => {
    const end = Math.floor(Date.now() / 1_000) + 4;
    const status = { status_text: 'in a call', status_emoji: ':phone:', status_expiration: end };
    expect((await member.users.profile.set({ profile: status })).profile).toMatchObject(status);
    const seen = async () => {
      const [{ profile }, { user }, { members = [] }] = await Promise.all([
        owner.users.profile.get({ user: ines.userId }),
        owner.users.info({ user: ines.userId }),
        owner.users.list({}),
      ]);
      const listed = members.find(({ id }) => id === ines.userId)?.profile;
      return [profile, user?.profile, listed].map((one) => [
        one?.status_text,
        one?.status_emoji,
        one?.status_expiration,
      ]);
    };
    const none = ['', '', 0];
    await expect.poll(seen, { timeout: 15_000, interval: 300 }).toEqual([none, none, none]);
    expect(Date.now() / 1_000).toBeGreaterThanOrEqual(end);
  });

  test('one field of a profile is set by its name', async () => {
    await member.users.profile.set({ name: 'phone', value: '+49 30 1234' });
    expect((await member.users.profile.get({})).profile).toMatchObject({ phone: '+49 30 1234' });
  });

  test('the owner sets a member’s profile, a member nobody else’s', async () => {
    const otto = await join(workspace, { realName: 'Otto Other' });
    const name = { name: 'title', value: 'Boss' };
    expect(await refusalOf(member.users.profile.set({ user: otto.userId, ...name }))).toBe('not_admin');
    const set = await owner.users.profile.set({ user: otto.userId, ...name });
    expect(set.profile).toMatchObject({ title: 'Boss' });
  });
});
