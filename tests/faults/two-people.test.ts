import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isChannelId, type ChannelId } from '../../protocol/ids.ts';
import { Follower } from '../support/follower.ts';
import { startHouse, type House } from '../support/house.ts';
import { readHistory } from '../support/read-history.ts';
import { callBy, sdks } from '../support/sdk.ts';
import { join, signUp, type TestPerson, type TestWorkspace } from '../support/workspace.ts';
import { Writer } from '../support/writer.ts';

let house: House;
let workspace: TestWorkspace;
let people: TestPerson[];
beforeAll(async () => {
  house = await startHouse();
  workspace = await signUp(house);
  people = [workspace.owner, await join(workspace), await join(workspace), await join(workspace)];
});
afterAll(() => house.stop());

test('two by SDK and two by gateway talk in one channel, through kill -9, and all see the same', async () => {
  const channel = generalOf(workspace);
  const { head: start } = await readHistory(house.url, workspace.owner.token, channel);
  const [first, second, third, fourth] = people.map(({ token }) => token);

  const talkers = [third, fourth].map((token = '') => new Follower(house.url, token));
  await Promise.all(talkers.map((talker) => talker.connect()));
  const bySocket = talkers.map(
    (talker, index) =>
      new Writer(`by gateway ${index}`, async (to, text, key) => {
        const ack = isChannelId(to) ? await talker.say(to, text, key) : undefined;
        return ack?.['ts'] as string | undefined;
      }),
  );
  const bySdk = [first, second].map((token = '', index) => {
    const sdk = sdks[index % sdks.length];
    if (sdk === undefined) throw new Error('there is no SDK');
    const client = sdk.client(house.url, token);
    return new Writer(`by ${sdk.name}`, async (to, text, key) => {
      const args = { channel: to, text, client_msg_id: key };
      return callBy(client, 'chat.postMessage', args).then(
        ({ ts }) => ts,
        () => undefined,
      );
    });
  });
  const writers = [...bySdk, ...bySocket];
  const leastOf = (): number => Math.min(...writers.map((writer) => writer.acknowledged));
  const writing = writers.map((writer) => writer.write([channel]));

  await expect.poll(leastOf, { timeout: 30_000, interval: 5 }).toBeGreaterThan(15);
  await house.kill();
  await Promise.all(talkers.map((talker) => talker.closed()));
  await house.restart();
  await Promise.all(talkers.map((talker) => talker.connect()));
  const more = leastOf() + 15;
  await expect.poll(leastOf, { timeout: 30_000, interval: 5 }).toBeGreaterThan(more);
  for (const writer of writers) writer.stop();
  await Promise.all(writing);

  const views = await Promise.all(
    [first, second, third, fourth].map((token = '') => readHistory(house.url, token, channel)),
  );
  const [view = { messages: [], head: 0 }] = views;
  for (const other of views) expect(other).toEqual(view);
  const said = view.messages.filter(({ seq }) => seq > start);
  expect(said.map(({ ts }) => ts)).toEqual(said.map(({ ts }) => ts).toSorted());
  for (const talker of talkers) {
    await talker.reach(channel, view.head);
    expect([...(talker.timelines.get(channel)?.rows.values() ?? [])]).toEqual(said);
    expect(talker.applied.get(channel)).toEqual(said.map(({ seq }) => seq));
    expect(talker.resets).toEqual([]);
  }

  const stamps = new Map(said.map(({ client_msg_id: key = '', ts }) => [key, ts]));
  expect(stamps.size).toBe(said.length);
  const sent = writers.flatMap((writer) => writer.sent);
  for (const { acks, clientMessageId } of sent)
    for (const ts of acks) expect(stamps.get(clientMessageId)).toBe(ts);
  // Each of the four was heard.
  for (const writer of writers) {
    const keys = new Set(writer.sent.map(({ clientMessageId }) => clientMessageId));
    expect(said.filter(({ client_msg_id: key = '' }) => keys.has(key)).length).toBeGreaterThan(20);
  }
  await Promise.all(talkers.map((talker) => talker.close()));
  console.log(`${sent.length} sent by four, ${said.length} heard by all, 1 kill, 0 lost`);
}, 120_000);

test('the line of a socket and the line of a program are one conversation: each answers the other', async () => {
  const channel = generalOf(workspace);
  const listener = new Follower(house.url, people[2]?.token ?? '');
  await listener.connect();
  const [sdk] = sdks;
  const program = sdk?.client(house.url, people[1]?.token ?? '');
  for (let turn = 0; turn < 5; turn += 1) {
    const posted = await program?.chat.postMessage({ channel, text: `ping ${turn}` });
    const { seq = 0 } = (posted?.message ?? {}) as { seq?: number };
    await listener.reach(channel, seq);
    const ack = await listener.say(channel, `pong ${turn}`, randomUUID());
    const { messages = [] } = (await program?.conversations.history({ channel, limit: 2 })) ?? {};
    expect(messages.map(({ text }) => text)).toEqual([`pong ${turn}`, `ping ${turn}`]);
    expect(messages[0]?.ts).toBe(ack?.['ts']);
  }
  await listener.close();
});

function generalOf({ generalId }: TestWorkspace): ChannelId {
  if (!isChannelId(generalId)) throw new Error(`${generalId} is no channel`);
  return generalId;
}
