import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { callBy, refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { missingFields } from '../../support/slack-fields.ts';
import { join, signUp, type TestPerson, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const slackbot = 'USLACKBOT';

describe.each(sdks)('reminders and Slackbot, by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let owner: WebClient;
  let member: WebClient;

  beforeAll(async () => {
    workspace = await signUp(house);
    ines = await join(workspace);
    owner = client(house.url, workspace.owner.token);
    member = client(house.url, ines.token);
  });

  test('a workspace has Slackbot from the start: no bot, listed once, and nobody’s to invite or manage', async () => {
    const { user } = await member.users.info({ user: slackbot });
    expect(user).toMatchObject({ id: slackbot, name: 'slackbot', is_bot: false, deleted: false });
    expect(missingFields('user', user)).toEqual([]);
    const { members = [] } = await member.users.list({});
    expect(members.filter(({ id }) => id === slackbot)).toHaveLength(1);
    const general = workspace.generalId;
    const info = await callBy(member, 'conversations.info', { channel: general, include_num_members: true });
    expect(info.channel.num_members).toBe(2);
    expect(await refusalOf(owner.conversations.invite({ channel: general, users: slackbot }))).toBe(
      'user_not_found',
    );
    const named = { team_id: workspace.teamId, user_id: slackbot };
    expect(await refusalOf(callBy(owner, 'admin.users.remove', named))).toBe('user_not_found');
    const group = { users: `${slackbot},${workspace.owner.userId}` };
    expect(await refusalOf(member.conversations.open(group))).toBe('user_not_found');
  });

  test('a reminder comes in the direct channel with Slackbot, unread, and stays in the list until deleted', async () => {
    const { reminder } = await member.reminders.add({ text: 'eat a banana', time: 2 });
    const { id = '', time = 0 } = reminder ?? {};
    expect(reminder).toMatchObject({
      id: expect.stringMatching(/^Rm[A-Z0-9]{11}$/),
      creator: ines.userId,
      user: ines.userId,
      text: 'eat a banana',
      recurring: false,
      complete_ts: 0,
    });
    const direct = await member.conversations.open({ users: slackbot });
    const channel = direct.channel?.id ?? '';
    const messages = async () => (await member.conversations.history({ channel })).messages ?? [];
    await expect.poll(async () => (await messages()).length, { timeout: 15_000, interval: 100 }).toBe(1);
    const [message] = await messages();
    expect(message).toMatchObject({ user: slackbot, text: 'Reminder: eat a banana.' });
    expect(Number(message?.ts)).toBeGreaterThanOrEqual(time);
    expect((await member.reminders.info({ reminder: id })).reminder).toEqual(reminder);
    await member.reminders.complete({ reminder: id });
    const [listed] = (await member.reminders.list({})).reminders ?? [];
    expect(listed?.complete_ts).toBeGreaterThan(0);
    expect(await refusalOf(owner.reminders.info({ reminder: id }))).toBe('not_found');
    await member.reminders.delete({ reminder: id });
    expect((await member.reminders.list({})).reminders).toEqual([]);
    // Stored by now, and listed once still.
    const { members = [] } = await member.users.list({});
    expect(members.filter((user) => user.id === slackbot)).toHaveLength(1);
  });

  test('what cannot be said says how to say it', async () => {
    const answer = await member
      .apiCall('reminders.add', { text: 'x', time: 'in 5 minutes' })
      .catch((error: unknown) => error);
    expect(JSON.stringify(answer)).toContain('seconds since 1970');
    const recurring = { text: 'x', time: 60, recurrence: { frequency: 'daily' } };
    expect(await refusalOf(member.apiCall('reminders.add', recurring))).toBe('cannot_parse');
  });

  test('a guest is reminded too', async () => {
    const guest = await join(workspace, { role: 'guest', channelIds: [workspace.generalId] });
    const slack = client(house.url, guest.token);
    await slack.reminders.add({ text: 'hello', time: 1 });
    const { channel } = await slack.conversations.open({ users: slackbot });
    const count = async () =>
      ((await slack.conversations.history({ channel: channel?.id ?? '' })).messages ?? []).length;
    await expect.poll(count, { timeout: 15_000, interval: 100 }).toBe(1);
  });
});
