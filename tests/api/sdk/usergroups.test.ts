import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { missingFields } from '../../support/slack-fields.ts';
import { join, signUp, unique, type TestPerson, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

describe.each(sdks)('user groups by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let member: WebClient;

  beforeAll(async () => {
    workspace = await signUp(house);
    ines = await join(workspace);
    member = client(house.url, ines.token);
  });
  const made = async (more: { handle?: string; channels?: string } = {}): Promise<string> =>
    (await member.usergroups.create({ name: unique('Group'), ...more })).usergroup?.id ?? '';

  test('usergroups.create answers the group in Slack’s form', async () => {
    const name = unique('Night Crew');
    const { usergroup } = await member.usergroups.create({
      name,
      description: 'all hands',
      channels: workspace.generalId,
      include_count: true,
    });
    expect(missingFields('usergroup', usergroup)).toEqual([]);
    expect(usergroup).toMatchObject({
      team_id: workspace.teamId,
      name,
      description: 'all hands',
      created_by: ines.userId,
      date_delete: 0,
      prefs: { channels: [workspace.generalId], groups: [] },
      user_count: 0,
    });
    expect(usergroup?.handle).toMatch(/^night-crew/);
  });

  test('a guest is not told of default channels that they are not in', async () => {
    const { channel } = await member.conversations.create({ name: unique('room') });
    const room = channel?.id ?? '';
    const usergroup = await made({ channels: `${workspace.generalId},${room}` });
    const gus = await join(workspace, { role: 'guest', channelIds: [room] });
    const channelsFor = async (reader: WebClient) =>
      (await reader.usergroups.list({})).usergroups?.find(({ id }) => id === usergroup)?.prefs?.channels;
    expect(await channelsFor(member)).toEqual([workspace.generalId, room]);
    expect(await channelsFor(client(house.url, gus.token))).toEqual([room]);
  });

  test('who is in it is told where it is asked for', async () => {
    const usergroup = await made();
    // As Slack documents it: words separated by commas.
    const users = `${ines.userId},${workspace.owner.userId}`;
    const changed = await member.usergroups.users.update({ usergroup, users, include_count: true });
    expect(changed.usergroup).toMatchObject({ user_count: 2, updated_by: ines.userId });
    const listed = await member.usergroups.users.list({ usergroup });
    expect(listed.users?.toSorted()).toEqual([ines.userId, workspace.owner.userId].toSorted());
    const { usergroups: bare } = await member.usergroups.list({});
    const { usergroups: full } = await member.usergroups.list({ include_users: true, include_count: true });
    const one = (list: typeof full) => list?.find(({ id }) => id === usergroup);
    expect(one(bare)).not.toHaveProperty('users');
    expect(one(bare)).not.toHaveProperty('user_count');
    expect(one(full)).toMatchObject({ user_count: 2 });
    expect(one(full)?.users).toHaveLength(2);
  });

  test('disabled it is listed with include_disabled alone, and comes back', async () => {
    const usergroup = await made();
    const idsOf = async (args: { include_disabled?: boolean }) =>
      ((await member.usergroups.list(args)).usergroups ?? []).map(({ id }) => id);
    await member.usergroups.users.update({ usergroup, users: ines.userId });
    const { usergroup: disabled } = await member.usergroups.disable({ usergroup });
    expect(disabled?.date_delete).toBeGreaterThan(0);
    expect(await idsOf({})).not.toContain(usergroup);
    expect(await idsOf({ include_disabled: true })).toContain(usergroup);
    expect(await refusalOf(member.usergroups.users.list({ usergroup }))).toBe('no_such_subteam');
    const hidden = await member.usergroups.users.list({ usergroup, include_disabled: true });
    expect(hidden.users).toEqual([ines.userId]);
    const { usergroup: enabled } = await member.usergroups.enable({ usergroup });
    expect(enabled).toMatchObject({ date_delete: 0, users: [ines.userId] });
  });

  test('usergroups.update changes what came and leaves the rest', async () => {
    const handle = unique('crew');
    const usergroup = await made({ handle });
    const name = unique('Other');
    const { usergroup: changed } = await member.usergroups.update({ usergroup, name });
    expect(changed).toMatchObject({ name, handle, description: '' });
    expect(await refusalOf(member.usergroups.update({ usergroup, handle: 'general' }))).toBe(
      'handle_already_exists',
    );
  });

  test('users.lookupByEmail finds who is there, and not who is gone', async () => {
    const { user } = await member.users.lookupByEmail({ email: workspace.owner.email.toUpperCase() });
    expect(user).toMatchObject({ id: workspace.owner.userId, profile: { email: workspace.owner.email } });
    const gone = await join(workspace);
    const team = { team_id: workspace.teamId, user_id: gone.userId };
    await client(house.url, workspace.owner.token).admin.users.remove(team);
    expect(await refusalOf(member.users.lookupByEmail({ email: gone.email }))).toBe('users_not_found');
  });
});
