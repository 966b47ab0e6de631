import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { callBy, refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import {
  join,
  makeBot,
  signUp,
  unique,
  type TestPerson,
  type TestWorkspace,
} from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;
const untilSent = { timeout: 15_000, interval: 100 };

describe.each(sdks)('scheduled messages by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let owner: WebClient;
  let member: WebClient;
  let general: string;

  beforeAll(async () => {
    workspace = await signUp(house);
    ines = await join(workspace);
    owner = client(house.url, workspace.owner.token);
    member = client(house.url, ines.token);
    general = workspace.generalId;
  });

  const newChannel = async (): Promise<string> => {
    const { channel } = await member.conversations.create({ name: unique('room') });
    return channel?.id ?? '';
  };
  const messagesOf = async (channel: string) =>
    (await member.conversations.history({ channel })).messages ?? [];
  const planned = async (channel: string) =>
    (await callBy(member, 'chat.scheduledMessages.list', { channel })).scheduled_messages;

  test('a message comes at its time and not before, under its own id, and is unread to its author', async () => {
    const channel = await newChannel();
    const postAt = inSeconds(2);
    const { scheduled_message_id: id = '', ...answer } = await member.chat.scheduleMessage({
      channel,
      text: 'lunch',
      post_at: postAt,
    });
    expect(id).toMatch(/^Q[A-Z0-9]{11}$/);
    expect(answer).toMatchObject({
      channel,
      post_at: postAt,
      message: { text: 'lunch', type: 'delayed_message', user: ines.userId, team: workspace.teamId },
    });
    expect(await planned(channel)).toEqual([
      { id, channel_id: channel, post_at: postAt, date_created: expect.any(Number), text: 'lunch' },
    ]);
    await expect.poll(async () => (await messagesOf(channel)).length, untilSent).toBe(1);
    const [message] = await messagesOf(channel);
    expect(message).toMatchObject({ text: 'lunch', user: ines.userId, client_msg_id: id });
    expect(Number(message?.ts)).toBeGreaterThanOrEqual(postAt);
    expect(await planned(channel)).toEqual([]);
    // Their own post by hand marks the channel; that one had not.
    const lastRead = async () =>
      (await callBy(member, 'conversations.info', { channel })).channel.last_read ?? '';
    expect(Number(await lastRead())).toBeLessThan(Number(message?.ts));
    const byHand = await member.chat.postMessage({ channel, text: 'by hand' });
    await expect.poll(lastRead, untilSent).toBe(byHand.ts);
  });

  test('a reply is scheduled into its thread, with blocks, and by name of the channel', async () => {
    const parent = await owner.chat.postMessage({ channel: general, text: 'parent' });
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*later*' } }];
    await member.chat.scheduleMessage({
      channel: '#general',
      text: 'reply',
      blocks,
      thread_ts: parent.ts ?? '',
      post_at: inSeconds(1),
    });
    const replies = async () =>
      (await member.conversations.replies({ channel: general, ts: parent.ts ?? '' })).messages ?? [];
    await expect.poll(async () => (await replies()).length, untilSent).toBe(2);
    expect((await replies())[1]).toMatchObject({ text: 'reply', blocks, thread_ts: parent.ts });
  });

  test('one that is deleted does not come; a second time it is unknown', async () => {
    const channel = await newChannel();
    const args = { channel, text: 'never', post_at: inSeconds(60) };
    const { scheduled_message_id: id = '' } = await member.chat.scheduleMessage(args);
    const named = { channel, scheduled_message_id: id };
    expect(await refusalOf(owner.chat.deleteScheduledMessage(named))).toBe('invalid_scheduled_message_id');
    await member.chat.deleteScheduledMessage(named);
    expect(await refusalOf(member.chat.deleteScheduledMessage(named))).toBe('invalid_scheduled_message_id');
    expect(await planned(channel)).toEqual([]);
  });

  test('a list goes by pages, earliest first', async () => {
    const channel = await newChannel();
    const first = inSeconds(100);
    for (const offset of [2, 0, 1])
      await member.chat.scheduleMessage({ channel, text: String(offset), post_at: first + offset });
    const texts: string[] = [];
    for await (const page of member.paginate('chat.scheduledMessages.list', { channel, limit: 2 })) {
      const { scheduled_messages: messages } = page as { scheduled_messages?: { text: string }[] };
      texts.push(...(messages ?? []).map(({ text }) => text));
    }
    expect(texts).toEqual(['0', '1', '2']);
  });

  test('whose author left the channel is not posted, and is listed with the reason', async () => {
    const { channel } = await owner.conversations.create({ name: unique('left') });
    const room = channel?.id ?? '';
    await member.conversations.join({ channel: room });
    await member.chat.scheduleMessage({ channel: room, text: 'too late', post_at: inSeconds(2) });
    await member.conversations.leave({ channel: room });
    await expect.poll(async () => (await planned(room))[0]?.error, untilSent).toBe('not_in_channel');
    const { messages = [] } = await owner.conversations.history({ channel: room });
    expect(messages.filter(({ text }) => text === 'too late')).toEqual([]);
    await member.chat.deleteScheduledMessage({
      channel: room,
      scheduled_message_id: (await planned(room))[0]?.id ?? '',
    });
    expect(await planned(room)).toEqual([]);
  });

  test('a bot schedules as itself', async () => {
    const bot = await makeBot(workspace);
    const robot = client(house.url, bot.token);
    const channel = await newChannel();
    await member.conversations.invite({ channel, users: bot.userId });
    const { message } = await robot.chat.scheduleMessage({ channel, text: 'beep', post_at: inSeconds(1) });
    expect(message).toMatchObject({ bot_id: bot.id });
    const ofBot = async () => (await messagesOf(channel)).filter(({ text }) => text === 'beep');
    await expect.poll(async () => (await ofBot()).length, untilSent).toBe(1);
    expect((await ofBot())[0]).toMatchObject({ bot_id: bot.id, user: bot.userId });
  });
});
