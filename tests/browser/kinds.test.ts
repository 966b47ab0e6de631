import { makeBot } from '../support/workspace.ts';
import type { UserId } from '../../protocol/ids.ts';
import { expect, test } from './support/fixtures.ts';
import { log, message } from './support/parts.ts';

test('an emoji has the tone of skin that was chosen for it, in words and alone', async ({ room, look }) => {
  await room.post(room.owner, room.general, 'hello :wave::skin-tone-4:');
  await room.post(room.owner, room.general, ':thumbsup::skin-tone-6:');
  const page = await look(room.owner, room.general);
  await expect(log(page).getByRole('article').first()).toContainText('hello 👋🏽');
  await expect(log(page).getByRole('article').last()).toContainText('👍🏿');
});

test('code is coloured and stays as it was written', async ({ room, look }) => {
  const code = 'const berth = "north"; // <b>two</b>\n  return 42;';
  await room.post(
    room.owner,
    room.general,
    `\`\`\`ts\n${code.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}\n\`\`\``,
  );
  const page = await look(room.owner, room.general);
  const block = log(page).locator('pre');
  await expect(block).toHaveText(code);
  const colours = () =>
    block.locator('span').evaluateAll((all) => new Set(all.map((one) => getComputedStyle(one).color)).size);
  await expect.poll(colours).toBeGreaterThanOrEqual(3);
  await expect(block).toHaveText(code);
});

test('what was deleted with replies says so, and leads to them', async ({ room, look }) => {
  const ts = await room.post(room.owner, room.general, 'a question');
  await room.post(room.owner, room.general, 'an answer', ts);
  await room.call(room.owner, 'chat.delete', { channel: room.general, ts });
  const page = await look(room.owner, room.general);
  const row = log(page).getByRole('article').filter({ hasText: 'This message was deleted.' });
  await row.getByRole('link', { name: /1 reply/ }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await expect(message(thread, 'an answer')).toBeVisible();
  await expect(thread.getByText('This message was deleted.')).toBeVisible();
  await expect(page.getByText('a question')).toHaveCount(0);
});

test('forty thousand characters are folded, and all of them are shown when asked for', async ({
  room,
  look,
}) => {
  const text = Array.from({ length: 4_000 }, (_, index) => `word ${String(index).padStart(4, '0')}`).join(
    ' ',
  );
  expect(text.length).toBe(39_999);
  await room.post(room.owner, room.general, text);
  await room.post(room.owner, room.general, 'after it');
  const page = await look(room.owner, room.general);
  const row = log(page).getByRole('article').filter({ hasText: 'word 0000' });
  await expect(row).not.toContainText('word 3999');
  expect((await row.boundingBox())?.height).toBeLessThan(1_000);
  await row.getByRole('button', { name: 'Show all of it' }).click();
  await expect(row).toContainText('word 3999');
  await expect(row).toContainText('word 2000 word 2001');
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3_000);
});

test('words run in their own direction, whatever runs beside them', async ({ room, look }) => {
  await room.post(room.owner, room.general, 'שלום לכולם, נפגשים ב-10:00');
  await room.post(room.owner, room.general, 'hello, at ten');
  const page = await look(room.owner, room.general);
  const directionOf = (text: string) =>
    log(page)
      .getByText(text)
      .first()
      .evaluate((element) => getComputedStyle(element.closest('[dir]') ?? element).direction);
  await expect(log(page).getByText('hello, at ten')).toBeVisible();
  expect([await directionOf('שלום'), await directionOf('hello, at ten')]).toEqual(['rtl', 'ltr']);
});

test('a word without an end breaks, and nothing is pushed aside', async ({ room, look }) => {
  await room.post(room.owner, room.general, 'x'.repeat(900));
  await room.post(room.owner, room.general, `https://example.com/${'y'.repeat(900)}`);
  const page = await look(room.owner, room.general, { viewport: { width: 390, height: 844 } });
  await expect(log(page).getByText('xxxx')).toBeVisible();
  const beyond = await log(page).evaluate((list) => list.scrollWidth - list.clientWidth);
  expect(beyond).toBe(0);
});

test('a bot speaks by the name and picture that it chose, says that it is one, and asks no other site', async ({
  room,
  look,
}) => {
  const bot = await makeBot(room.workspace);
  await room.call(room.owner, 'conversations.invite', {
    channel: room.general,
    users: [bot.userId as UserId],
  });
  const say = (text: string, rest: object) =>
    room.call({ ...room.owner, token: bot.token }, 'chat.postMessage', {
      channel: room.general,
      text,
      ...rest,
    });
  await say('the ferry is late', { username: 'Departures', icon_emoji: ':ship:' });
  await say('so is the bus', { username: 'Arrivals', icon_url: 'https://example.com/bus.png' });
  const page = await look(room.owner, room.general);
  const row = (text: string) => log(page).getByRole('article').filter({ hasText: text });
  await expect(row('the ferry is late')).toContainText('Departures');
  await expect(row('the ferry is late')).toContainText('App');
  await expect(row('the ferry is late')).toContainText('🚢');
  await expect(row('so is the bus')).toContainText('Arrivals');
  await expect(row('so is the bus').locator('img[src^="https://example.com"]')).toHaveCount(0);
});
