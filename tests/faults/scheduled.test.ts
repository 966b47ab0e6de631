import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import { startHouse, type House } from '../support/house.ts';
import { signUp, unique, type TestWorkspace } from '../support/workspace.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(async () => {
  house = await startHouse();
  workspace = await signUp(house);
});
afterAll(() => house.stop());

const count = 20;

test('what was scheduled is posted once, in order and never early, through kill -9 before, at and after its time', async () => {
  const { token } = workspace.owner;
  const { channel } = await ask(house.url, 'conversations.create', token, { name: unique('later') });
  const first = Math.floor(Date.now() / 1_000) + 3;
  const texts = Array.from({ length: count }, (_, index) => String(index));
  // Four a second, so that each kill meets some that are due, some that were sent and some to come.
  for (const [index, text] of texts.entries()) {
    const args = { channel: channel.id, text, post_at: first + Math.floor(index / 4) };
    await ask(house.url, 'chat.scheduleMessage', token, args);
  }
  const posted = async () => {
    const answer = await ask(house.url, 'conversations.history', token, { channel: channel.id, limit: 200 });
    return answer.messages.filter(({ client_msg_id: id = '' }) => id.startsWith('Q')).toReversed();
  };
  for (const soFar of [0, 1, 6, 11, 17]) {
    await expect
      .poll(async () => (await posted()).length, { timeout: 60_000, interval: 5 })
      .toBeGreaterThanOrEqual(soFar);
    await house.kill();
    await house.restart();
  }
  await expect
    .poll(async () => (await posted()).length, { timeout: 60_000, interval: 100 })
    .toBeGreaterThanOrEqual(count);
  const messages = await posted();
  expect(messages.map(({ text }) => text)).toEqual(texts);
  for (const [index, { ts }] of messages.entries())
    expect(Number(ts)).toBeGreaterThanOrEqual(first + Math.floor(index / 4));
  const late = messages.map(({ ts }, index) => Number(ts) - first - Math.floor(index / 4));
  const { scheduled_messages: left } = await ask(house.url, 'chat.scheduledMessages.list', token, {});
  expect(left).toEqual([]);
  console.log(`5 kills: ${count} posted once, the latest ${Math.max(...late).toFixed(1)} s late`);
}, 180_000);
