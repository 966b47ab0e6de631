import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import type { MethodOutput } from '../../protocol/methods.ts';
import { connect, type Frame, type GatewayClient } from '../support/gateway-client.ts';
import { startHouse } from '../support/house.ts';
import type { TestPerson } from '../support/workspace.ts';
import { askRaw } from './ask-raw.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld(await startHouse());
});
afterAll(() => world.house.stop());

type Listed = MethodOutput<'threads.list'>;

/** A list of somebody's threads, once it is so: their Member is told behind the post's answer. */
async function listed(
  { token }: TestPerson,
  isSo: (list: Listed) => boolean,
  args: { unread_only?: boolean; limit?: number; cursor?: string } = {},
): Promise<Listed> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const list = await ask(world.url, 'threads.list', token, args);
    if (isSo(list)) return list;
    if (Date.now() > deadline) throw new Error(`it did not come to: ${JSON.stringify(list)}`);
  }
}

const reply = async (person: TestPerson, channel: string, thread_ts: string, text = 'a reply') =>
  (await world.ask('chat.postMessage', person.token, { channel, thread_ts, text })).ts;

const socketOf = async ({ token }: TestPerson): Promise<GatewayClient> => {
  const client = await connect(world.url, token);
  await client.next(({ type }) => type === 'hello');
  return client;
};
const lineOf = async ({ token }: TestPerson, channel: string): Promise<unknown> => {
  const client = await connect(world.url, token);
  const hello = await client.next(({ type }) => type === 'hello');
  await client.close();
  return (hello['channels'] as { id: string }[]).find(({ id }) => id === channel);
};
const isOf =
  (type: string, channel: string) =>
  (frame: Frame): boolean =>
    frame.type === type && frame['channel'] === channel;

describe('threads.list', () => {
  test('has the threads that one follows, newest activity first, with what is unread in each, by pages', async () => {
    const { owner, newPerson, newMessage, newChannel } = world;
    const reader = await newPerson();
    const channel = await newChannel({ people: [reader.userId] });
    const other = await newChannel({ people: [reader.userId] });
    const [first, second] = [await newMessage(channel, 'first'), await newMessage(other, 'second')];
    const own = await reply(reader, channel, first);
    await reply(reader, other, second);
    await listed(reader, ({ threads }) => threads.length === 2);
    await reply(owner, channel, first, 'unread');
    const last = await reply(owner, channel, first, 'unread too');
    const list = await listed(reader, ({ unread_threads: count }) => count === 1);
    expect(list.threads).toMatchObject([
      {
        channel,
        thread_ts: first,
        parent: { text: 'first', subscribed: true, unread_count: 2, last_read: own, reply_count: 3 },
        reply_count: 3,
        latest_reply: last,
        unread_count: 2,
        last_read: own,
      },
      { channel: other, thread_ts: second, parent: { text: 'second' }, unread_count: 0 },
    ]);
    const unread = await listed(reader, () => true, { unread_only: true });
    expect(unread.threads.map(({ thread_ts: ts }) => ts)).toEqual([first]);

    const page = await listed(reader, () => true, { limit: 1 });
    expect(page.threads.map(({ thread_ts: ts }) => ts)).toEqual([first]);
    const cursor = page.response_metadata.next_cursor;
    const next = await listed(reader, () => true, { limit: 1, cursor });
    expect(next.threads.map(({ thread_ts: ts }) => ts)).toEqual([second]);
    expect(next).toMatchObject({ unread_threads: 1, response_metadata: { next_cursor: '' } });
  });

  test('counts no reply that was deleted, and shows no channel that one left', async () => {
    const { owner, ask: call, newPerson, newMessage, newChannel } = world;
    const reader = await newPerson();
    const channel = await newChannel({ people: [reader.userId] });
    const parent = await newMessage(channel);
    await reply(reader, channel, parent);
    const deleted = await reply(owner, channel, parent);
    await reply(owner, channel, parent);
    await listed(reader, ({ threads }) => threads[0]?.unread_count === 2);
    await call('chat.delete', owner.token, { channel, ts: deleted });
    await listed(reader, ({ threads }) => threads[0]?.unread_count === 1);
    await call('conversations.leave', reader.token, { channel });
    expect((await listed(reader, () => true)).threads).toEqual([]);
  });

  test('a parent’s author follows from the first reply on, and who is named from there on', async () => {
    const { owner, member, newPerson, newMessage, newChannel } = world;
    const named = await newPerson();
    const channel = await newChannel({ people: [member.userId, named.userId] });
    const parent = await newMessage(channel);
    await reply(member, channel, parent);
    await reply(member, channel, parent, `see <@${named.userId}>`);
    const isHere = ({ threads }: Listed) => threads.some(({ thread_ts: ts }) => ts === parent);
    const byAuthor = await listed(owner, isHere);
    expect(byAuthor.threads[0]).toMatchObject({ thread_ts: parent, unread_count: 2 });
    expect((await listed(named, isHere)).threads[0]).toMatchObject({ unread_count: 1 });
  });
});

describe('threads.follow, threads.unfollow and threads.mark', () => {
  test('show in conversations.replies and conversations.history to the one who asks, and are pushed', async () => {
    const { owner, ask: call, newPerson, newMessage, newChannel } = world;
    const reader = await newPerson();
    const channel = await newChannel({ people: [reader.userId] });
    const parent = await newMessage(channel);
    const first = await reply(owner, channel, parent);
    const socket = await socketOf(reader);
    const shown = async () => {
      const [asParent] = (await call('conversations.replies', reader.token, { channel, ts: first })).messages;
      const { messages } = await call('conversations.history', reader.token, { channel });
      expect(messages.find(({ ts }) => ts === parent)).toEqual(asParent);
      return asParent;
    };
    expect(await shown()).toMatchObject({ ts: parent, subscribed: false });
    expect(await shown()).not.toHaveProperty('last_read');

    await call('threads.follow', reader.token, { channel, thread_ts: parent });
    expect(await socket.next(isOf('thread_subscribed', channel))).toMatchObject({ thread_ts: parent });
    const second = await reply(owner, channel, parent);
    expect(await shown()).toMatchObject({ subscribed: true, last_read: first, unread_count: 1 });

    await call('threads.mark', reader.token, { channel, thread_ts: parent, ts: second });
    expect(await socket.next(isOf('thread_marked', channel))).toMatchObject({ ts: second, ordinal: 2 });
    await call('threads.mark', reader.token, { channel, thread_ts: parent, ts: first });
    expect(await shown()).toMatchObject({ subscribed: true, last_read: second, unread_count: 0 });

    await call('threads.unfollow', reader.token, { channel, thread_ts: parent });
    await socket.next(isOf('thread_unsubscribed', channel));
    expect(await shown()).toMatchObject({ subscribed: false });
    await socket.close();
  });

  test('a channel’s page says of each thread whether its reader follows it; a bot reads nothing', async () => {
    const { owner, bot, ask: call, newMessage, newChannel } = world;
    const channel = await newChannel({ people: [bot.userId] });
    const [followed, other, single] = [
      await newMessage(channel),
      await newMessage(channel),
      await newMessage(channel),
    ];
    for (const parent of [followed, other]) await reply(owner, channel, parent);
    await call('threads.follow', owner.token, { channel, thread_ts: followed });
    await call('threads.unfollow', owner.token, { channel, thread_ts: other });
    const { messages } = await call('conversations.history', owner.token, { channel });
    const saysOf = (parent: string) => messages.find(({ ts }) => ts === parent)?.subscribed;
    expect([followed, other, single].map(saysOf)).toEqual([true, false, undefined]);
    const read = await call('conversations.history', bot.token, { channel });
    expect(read.messages.filter(({ subscribed }) => subscribed !== undefined)).toEqual([]);
  });

  test('an unfollow sticks when one writes there again, until one is named', async () => {
    const { owner, ask: call, newPerson, newMessage, newChannel } = world;
    const reader = await newPerson();
    const channel = await newChannel({ people: [reader.userId] });
    const parent = await newMessage(channel);
    await reply(reader, channel, parent);
    await listed(reader, ({ threads }) => threads.length === 1);
    await call('threads.unfollow', reader.token, { channel, thread_ts: parent });
    const socket = await socketOf(reader);
    await reply(reader, channel, parent);
    // The thread's mark moves with it: their Member knows of the reply.
    await socket.next(isOf('thread_marked', channel));
    await socket.close();
    expect((await listed(reader, () => true)).threads).toEqual([]);
    await reply(owner, channel, parent, `<@${reader.userId}>, please`);
    expect((await listed(reader, ({ threads }) => threads.length === 1)).threads[0]).toMatchObject({
      unread_count: 1,
    });
  });

  test('by frames of a socket', async () => {
    const { owner, newPerson, newMessage, newChannel } = world;
    const reader = await newPerson();
    const channel = await newChannel({ people: [reader.userId] });
    const parent = await newMessage(channel);
    const first = await reply(owner, channel, parent);
    const socket = await socketOf(reader);
    socket.send({ type: 'follow', id: 1, channel, thread_ts: parent });
    expect(await socket.answer(1)).toEqual({ type: 'ack', id: 1, channel });
    await reply(owner, channel, parent);
    await listed(reader, ({ threads }) => threads[0]?.unread_count === 1);
    socket.send({ type: 'mark', id: 2, channel, thread_ts: parent, ts: first, unread: true });
    expect(await socket.answer(2)).toEqual({ type: 'ack', id: 2, channel, ts: first });
    await listed(reader, ({ threads }) => threads[0]?.unread_count === 2);
    socket.send({ type: 'unfollow', id: 3, channel, thread_ts: parent });
    await socket.answer(3);
    expect((await listed(reader, () => true)).threads).toEqual([]);
    await socket.close();
  });
});

describe('conversations.mark', () => {
  test('moves forward only; with unread back, where one’s own post leaves it', async () => {
    const { owner, member, ask: call, newMessage, newChannel } = world;
    const channel = await newChannel({ people: [member.userId] });
    const [first, second] = [await newMessage(channel), await newMessage(channel)];
    await call('conversations.mark', member.token, { channel, ts: second });
    await call('conversations.mark', member.token, { channel, ts: first });
    expect(await lineOf(member, channel)).toMatchObject({ marked_ordinal: 2, unread: 0 });
    await call('conversations.mark', member.token, { channel, ts: first, unread: true });
    const flagged = { marked_ordinal: 0, is_marked_unread: true };
    expect(await lineOf(member, channel)).toMatchObject({ ...flagged, unread: 2 });
    const socket = await socketOf(member);
    const own = await call('chat.postMessage', member.token, { channel, text: 'mine' });
    await socket.next((frame) => frame['ts'] === own.ts);
    expect(await lineOf(member, channel)).toMatchObject({ ...flagged, unread: 3 });
    await call('conversations.mark', member.token, { channel, ts: own.ts });
    expect(await lineOf(member, channel)).toMatchObject({ unread: 0, is_marked_unread: false });
    await socket.close();
    expect(await lineOf(owner, channel)).toMatchObject({ is_marked_unread: false });
  });
});

describe('channels.setMute and channels.setLevel', () => {
  test('are pushed, and stand in hello', async () => {
    const { member, ask: call, newMessage, newChannel } = world;
    const channel = await newChannel({ people: [member.userId] });
    const socket = await socketOf(member);
    await call('channels.setMute', member.token, { channel, muted: true });
    const pushed = await socket.next(isOf('channel_preferences', channel));
    expect(pushed).toMatchObject({ muted: true, level: 'default' });
    await call('channels.setLevel', member.token, { channel, level: 'nothing' });
    expect(await socket.next(isOf('channel_preferences', channel))).toMatchObject({ level: 'nothing' });
    const ts = await newMessage(channel, '<!channel> all of you');
    await socket.next((frame) => frame['ts'] === ts);
    expect(await lineOf(member, channel)).toMatchObject({
      muted: true,
      level: 'nothing',
      unread: 1,
      mentions: 0,
    });
    await call('channels.setMute', member.token, { channel, muted: false });
    expect(await lineOf(member, channel)).toMatchObject({ muted: false, level: 'nothing', mentions: 1 });
    await socket.close();
  });

  test('what is no level, and a mute that does not say which way, are invalid arguments', async () => {
    const { member, general: channel } = world;
    const level = await askRaw(world.url, 'channels.setLevel', member.token, { channel, level: 'some' });
    const mute = await askRaw(world.url, 'channels.setMute', member.token, { channel });
    for (const answer of [level, mute]) expect(answer).toMatchObject({ error: 'invalid_arguments' });
  });
});
