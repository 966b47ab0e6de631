import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, call } from '../support/ask.ts';
import { isChannelId, type ChannelId } from '../../protocol/ids.ts';
import { Follower } from '../support/follower.ts';
import { readState } from '../support/edit-state.ts';
import { connect } from '../support/gateway-client.ts';
import { startHouse, type House } from '../support/house.ts';
import { readHistory } from '../support/read-history.ts';
import { callBy, sdks } from '../support/sdk.ts';
import { join, signUp, unique, type TestPerson, type TestWorkspace } from '../support/workspace.ts';
import { Writer, type Post } from '../support/writer.ts';

let house: House;
let workspace: TestWorkspace;
let ines: TestPerson;
beforeAll(async () => {
  house = await startHouse();
  workspace = await signUp(house);
  ines = await join(workspace);
});
afterAll(() => house.stop());

const kills = 5;
const acksBetweenKills = 80;

test('what was acknowledged is there once and in order after kill -9, in history and on sockets', async () => {
  const people = await Promise.all([join(workspace), join(workspace), join(workspace)]);
  const channels = await makeChannels(3, [ines, ...people]);
  const everybody = [workspace.owner, ines, ...people];
  const start = await Promise.all(channels.map(async (id) => ({ id, head: (await history(id)).head })));

  const followers = everybody.slice(0, 3).map(({ token }) => new Follower(house.url, token));
  await Promise.all(followers.map((follower) => follower.connect()));
  const writers = everybody.map(({ token }, index) => new Writer(`writer ${index}`, posterOf(token, index)));
  const writing = writers.map((writer) => writer.write(channels));
  const acknowledged = (): number => writers.reduce((sum, writer) => sum + writer.acknowledged, 0);

  for (let kill = 0; kill < kills; kill += 1) {
    const enough = acknowledged() + acksBetweenKills;
    await expect.poll(acknowledged, { timeout: 30_000, interval: 5 }).toBeGreaterThan(enough);
    await house.kill();
    await Promise.all(followers.map((follower) => follower.closed()));
    await house.restart();
    await Promise.all(followers.map((follower) => follower.connect()));
  }
  for (const writer of writers) writer.stop();
  await Promise.all(writing);

  const sent = writers.flatMap((writer) => writer.sent);
  const unanswered = sent.filter(({ acks }) => acks.length === 0);
  // A repeat is answered with the first one's `ts`.
  for (const { acks } of sent) expect(new Set(acks).size).toBeLessThanOrEqual(1);
  let stored = 0;
  for (const { id, head: startHead } of start) {
    const { messages: rows, head } = await history(id);
    // Who came is a message too, by nobody.
    const messages = rows.filter(({ subtype }) => subtype === undefined);
    stored += messages.length;
    const tsOf = new Map(messages.map(({ client_msg_id: key = '', ts }) => [key, ts]));
    const here = sent.filter(({ channel, acks }) => channel === id && acks.length > 0);
    const lost = here.filter(({ acks, clientMessageId }) => tsOf.get(clientMessageId) !== acks[0]);
    expect(lost).toEqual([]);
    // Once each: those without an answer at most once.
    expect(tsOf.size).toBe(messages.length);
    const known = new Map(sent.map(({ clientMessageId, text }) => [clientMessageId, text]));
    for (const { client_msg_id: key = '', text } of messages) expect(text).toBe(known.get(key));

    const stamps = messages.map(({ ts }) => ts);
    expect(stamps).toEqual(stamps.toSorted());
    // Nothing but messages went into these logs meanwhile, so their places are all places.
    const places = Array.from({ length: head - startHead }, (_, index) => startHead + 1 + index);
    expect(messages.map(({ seq }) => seq)).toEqual(places);
    expect(messages.map(({ ordinal }) => ordinal)).toEqual(messages.map((_, index) => index + 1));

    for (const follower of followers) {
      await follower.reach(id, head);
      expect(follower.applied.get(id)).toEqual(places);
      const rows = [...(follower.timelines.get(id)?.rows.values() ?? [])];
      expect(rows).toEqual(messages);
    }
  }
  const late = new Follower(house.url, people[2]?.token ?? '');
  for (const { id, head } of start) late.begin(id, head);
  await late.connect();
  for (const { id } of start) {
    await late.reach(id, (await history(id)).head);
    expect(late.applied.get(id)).toEqual(followers[0]?.applied.get(id));
  }
  for (const follower of [...followers, late]) {
    expect(follower.resets).toEqual([]);
    await follower.close();
  }
  const acked = sent.length - unanswered.length;
  console.log(
    `${kills} kills: ${sent.length} sent, ${acked} acknowledged, of ${unanswered.length} others ` +
      `${stored - acked} stored, 0 lost, 0 doubled`,
  );
  expect(acknowledged()).toBeGreaterThan(kills * acksBetweenKills);
}, 300_000);

/** Gateways that take a delivery and never answer: what is acknowledged meanwhile is delivered to nobody. */
const deafGateways = `
  import { Gateway as Real } from './worker.js';
  export * from './worker.js';
  export { default } from './worker.js';
  export class Gateway extends Real {
    deliver() {
      return new Promise(() => {});
    }
  }
`;

/**
 * A message, and a death between its ack and its delivery. A client alone cannot kill in time: the delivery leaves
 * with the ack.
 */
async function dieBeforeDelivery(channel: ChannelId) {
  await house.kill();
  const deaf = await startHouse({ dataDir: house.dataDir, port: house.port, around: deafGateways });
  const args = { channel, text: 'last words' };
  const { message } = await ask(house.url, 'chat.postMessage', workspace.owner.token, args);
  await deaf.kill();
  const [row] = readState(house, 'Gateway', 'select head from heads where log = ?', [channel]);
  expect(row).toEqual({ head: message.seq - 1 });
  await house.restart();
  return message;
}

test('a message that died between ack and delivery reaches the other’s socket without another one', async () => {
  const [channel] = await makeChannels(1, [ines]);
  if (channel === undefined) throw new Error('no channel');
  const follower = new Follower(house.url, ines.token);
  await follower.connect();
  const message = await dieBeforeDelivery(channel);
  await follower.connect();
  await follower.reach(channel, message.seq, 15_000);
  expect([...(follower.timelines.get(channel)?.rows.values() ?? [])]).toEqual([message]);
  expect(follower.resets).toEqual([]);
  await follower.close();
}, 120_000);

test('a gateway that missed a message before a death gets it though nobody asks the channel', async () => {
  const [channel] = await makeChannels(1, [ines]);
  if (channel === undefined) throw new Error('no channel');
  const { seq } = await dieBeforeDelivery(channel);
  // Each hello without cursors shows what the gateway itself has by then.
  const headOf = async (): Promise<number> => {
    const socket = await connect(house.url, ines.token);
    const { channels } = await socket.next(({ type }) => type === 'hello');
    await socket.close();
    return (channels as { id: string; head: number }[]).find(({ id }) => id === channel)?.head ?? 0;
  };
  await expect.poll(headOf, { timeout: 15_000, interval: 250 }).toBe(seq);
}, 120_000);

async function makeChannels(count: number, people: readonly TestPerson[]): Promise<ChannelId[]> {
  const { token } = workspace.owner;
  const ids: ChannelId[] = [];
  for (let made = 0; made < count; made += 1) {
    const { channel } = await ask(house.url, 'conversations.create', token, { name: unique('crash') });
    const users = people.map(({ userId }) => userId);
    await ask(house.url, 'conversations.invite', token, { channel: channel.id, users });
    if (isChannelId(channel.id)) ids.push(channel.id);
  }
  return ids;
}

const history = (channel: string) => readHistory(house.url, workspace.owner.token, channel);

/** By the SDKs and by plain HTTP, in turn. */
function posterOf(token: string, index: number): Post {
  const sdk = [...sdks, undefined][index % (sdks.length + 1)];
  if (sdk === undefined) {
    return (channel, text, clientMessageId) =>
      answered(async () => {
        const args = { channel, text, client_msg_id: clientMessageId };
        const answer = await call(house.url, 'chat.postMessage', token, args);
        return answer.ok ? answer.ts : undefined;
      });
  }
  const client = sdk.client(house.url, token);
  return (channel, text, clientMessageId) =>
    answered(async () => {
      const args = { channel, text, client_msg_id: clientMessageId };
      return (await callBy(client, 'chat.postMessage', args)).ts;
    });
}

/** Undefined where the line broke, or the house answered that it could not. */
async function answered(post: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await post();
  } catch {
    return undefined;
  }
}
