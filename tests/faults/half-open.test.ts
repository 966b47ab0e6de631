import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import { isChannelId } from '../../protocol/ids.ts';
import { Follower } from '../support/follower.ts';
import { startHouse, type House } from '../support/house.ts';
import { join, signUp, type TestWorkspace } from '../support/workspace.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(async () => {
  house = await startHouse();
  workspace = await signUp(house);
});
afterAll(() => house.stop());

test('a client that comes back while its old connection is half open hears each entry once, whenever that one ends', async () => {
  const { generalId: channel } = workspace;
  if (!isChannelId(channel)) throw new Error(`${channel} is no channel`);
  const post = async (text: string): Promise<number> => {
    const { message } = await ask(house.url, 'chat.postMessage', workspace.owner.token, { channel, text });
    return message.seq ?? 0;
  };
  const reader = new Follower(house.url, (await join(workspace)).token);
  await reader.connect();
  const start = await post('heard');
  await reader.reach(channel, start);

  const posted: number[] = [];
  for (const end of ['cut off at once', 'after the next one came']) {
    const old = reader.abandon();
    if (end === 'cut off at once') old?.terminate();
    for (let at = 0; at < 20; at += 1) posted.push(await post(`${end}: ${at}`));
    await reader.connect();
    posted.push(await post(`${end}: it is back`));
    old?.terminate();
    await old?.closed;
    posted.push(await post(`${end}: the old one is gone`));
    await reader.reach(channel, posted.at(-1) ?? 0);
  }
  expect(reader.applied.get(channel)).toEqual([start, ...posted]);
  expect(reader.resets).toEqual([]);
  await reader.close();
});
