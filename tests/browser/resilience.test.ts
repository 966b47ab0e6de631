import type { Page } from '@playwright/test';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, log, message, scrollTo, topOf, trackTop, drawn } from './support/parts.ts';
import type { Room, TestPerson } from './support/room.ts';
import { signInByPassword } from './support/visitor.ts';
import { Wire } from './support/wire.ts';

const banner = (page: Page) => page.getByText('No connection.');
const write = async (page: Page, text: string): Promise<void> => {
  await composer(page).fill(text);
  await composer(page).press('Enter');
};
/** What the log shows, in its order. */
const shown = (page: Page, pattern: RegExp): Promise<string[]> =>
  log(page)
    .locator('p')
    .evaluateAll(
      (lines, source) =>
        lines.map((line) => line.textContent).filter((text) => new RegExp(source).test(text)),
      pattern.source,
    );
const stored = async (room: Room): Promise<string[]> => {
  const { messages } = await room.call(room.owner, 'conversations.history', {
    channel: room.general,
    limit: 200,
  });
  return messages.map(({ text }) => text).reverse();
};

test('60 a banner comes once the connection has been gone for two seconds, not at a blip', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      if (document.body.textContent.includes('No connection.')) seen.push(performance.now());
    }).observe(document.body, { subtree: true, childList: true });
  });
  const seen = () => page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
  await wire.cut();
  await write(page, 'after a blip');
  await expect(message(log(page), 'after a blip')).toBeVisible();
  expect(wire.connects).toBe(2);
  expect(await seen()).toEqual([]);
  const lostMs = await page.evaluate(() => performance.now());
  await wire.goDown();
  await expect(banner(page)).toBeVisible();
  expect(((await seen())[0] ?? 0) - lostMs).toBeGreaterThan(1_900);
  wire.isDown = false;
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(banner(page)).toBeHidden();
});

test('61 the heartbeat finds a socket that is dead without having said so', async ({ room, look }) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.clock.install();
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeVisible();
  await expect.poll(() => wire.connects).toBe(1);
  await write(page, 'it lives');
  await expect(message(log(page), 'it lives')).toBeVisible();
  wire.isDeaf = true;
  wire.isMute = true;
  await room.post(room.owner, room.general, 'said into silence');
  await page.clock.fastForward(26_000);
  expect(wire.connects).toBe(1);
  // Nothing comes of the old one until it is given up: any late word would be a sign of life.
  await page.clock.fastForward(11_000);
  wire.isDeaf = false;
  wire.isMute = false;
  await page.clock.fastForward(2_000);
  await expect(message(log(page), 'said into silence')).toBeVisible();
  expect(wire.connects).toBe(2);
});

test('62 after a loss everything that was missed is there, once and in order', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  await room.post(other, room.general, 'missed 0');
  await expect(message(log(page), 'missed 0')).toBeVisible();
  await wire.goDown();
  await room.postMany(other, room.general, 15, (index) => `missed ${index}`);
  wire.isDown = false;
  const during = room.postMany(other, room.general, 10, (index) => `missed ${15 + index}`);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await during;
  await expect(message(log(page), 'missed 25')).toBeVisible();
  expect(await shown(page, /^missed \d+$/)).toEqual(
    Array.from({ length: 26 }, (_, index) => `missed ${index}`),
  );
});

test('63 what was written without a connection goes out in order after a reload', async ({ room, look }) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  await wire.goDown();
  for (let index = 1; index <= 12; index += 1) await write(page, `queued ${index}`);
  const expected = Array.from({ length: 12 }, (_, index) => `queued ${index + 1}`);
  await expect.poll(() => shown(page, /^queued \d+$/)).toEqual(expected);
  wire.isDown = false;
  await page.reload();
  await expect(message(log(page), 'queued 12')).toBeVisible();
  await expect
    .poll(async () => (await stored(room)).filter((text) => text.startsWith('queued')))
    .toEqual(expected);
  expect(await shown(page, /^queued \d+$/)).toEqual(expected);
});

test('ten minutes without a connection, and all that was written goes out in order, once', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.clock.install();
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  await write(page, 'queued 0');
  await expect(message(log(page), 'queued 0')).toBeVisible();
  await expect.poll(() => stored(room)).toContain('queued 0');
  await wire.goDown();
  await page.clock.fastForward(3_000);
  await expect(banner(page)).toBeVisible();
  const expected = Array.from({ length: 41 }, (_, index) => `queued ${index}`);
  for (const text of expected.slice(1)) {
    await write(page, text);
    await page.clock.fastForward(15_000);
  }
  await expect.poll(() => shown(page, /^queued 40$/)).toEqual(['queued 40']);
  await expect(log(page).getByText('Not sent.')).toHaveCount(0);
  expect(await stored(room)).not.toContain('queued 1');
  wire.isDown = false;
  // By itself, at the next of its tries, which are half a minute apart at most.
  await page.clock.fastForward(31_000);
  await expect(banner(page)).toBeHidden();
  await expect
    .poll(async () => (await stored(room)).filter((text) => text.startsWith('queued')))
    .toEqual(expected);
  await expect(log(page).locator('[data-row]').filter({ hasText: 'Sending' })).toHaveCount(0);
  await page.reload();
  await expect(message(log(page), 'queued 40')).toBeVisible();
  expect((await stored(room)).filter((text) => text.startsWith('queued'))).toEqual(expected);
});

test('a storm of 500 messages moves nothing under somebody who has scrolled up', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  await room.postMany(other, room.general, 80, (index) => `calm ${index}`);
  const page = await look(room.owner, room.general);
  await expect(log(page)).toBeVisible();
  const row = message(log(page), 'calm 30');
  await scrollTo(log(page), row, 200);
  await drawn(page);
  const before = await topOf(row);
  const track = await trackTop(row);
  await Promise.all(
    Array.from({ length: 10 }, (_, lane) =>
      room.postMany(other, room.general, 50, (index) => `storm ${lane}-${index}`),
    ),
  );
  await room.post(other, room.general, `<@${room.owner.userId}> the storm is over`);
  await expect(page).toHaveTitle(/^\(1\)/);
  await drawn(page);
  expect(await topOf(row)).toBe(before);
  expect(await track.seen()).toHaveLength(1);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3_000);
  await page.getByRole('button', { name: 'Go to the latest message' }).click();
  await expect(log(page).getByText('the storm is over')).toBeInViewport();
});

test('a message that is deleted under the pointer takes its toolbar along and breaks nothing', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  await room.post(other, room.general, 'one that stays');
  const ts = await room.post(other, room.general, 'one that goes');
  const page = await look(room.owner, room.general);
  const row = message(log(page), 'one that goes');
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await room.call(other, 'chat.delete', { channel: room.general, ts });
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await message(log(page), 'one that stays').hover();
  await expect(message(log(page), 'one that stays').getByRole('toolbar')).toBeVisible();
});

test('a session that is revoked while one types locks the page, and the draft waits', async ({
  room,
  look,
  stranger,
}) => {
  const other = await room.join('Rita Reader');
  const { context } = await stranger();
  const page = await look(other, room.general);
  await composer(page).fill('half a thought');
  await room.call(other, 'auth.revoke', {}).catch(() => undefined);
  const { sessions } = await room.call({ ...other, token: other.session }, 'sessions.list', {});
  for (const { id } of sessions)
    await room
      .call({ ...other, token: other.session }, 'sessions.revoke', { session_id: id })
      .catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'This session was ended' })).toBeVisible();
  await expect(page.getByText('half a thought')).toHaveCount(0);
  const answer = await page.context().request.post('/api/account.signIn', {
    headers: { origin: room.url, 'x-edgewise-workspace': 'account' },
    data: { email: other.email, password: other.password },
  });
  expect(await answer.json()).toMatchObject({ ok: true });
  await page.goto(room.path(room.general));
  await expect(composer(page)).toHaveValue('half a thought');
  await context.close();
});

test('whoever is removed from the channel that is open sees that, and the rest goes on', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('closed-to-you', [other]);
  const page = await look(other, place.id);
  await expect(composer(page)).toBeVisible();
  await room.call(room.owner, 'conversations.kick', { channel: place.id, user: other.userId });
  await expect(channelLink(page, place.name)).toHaveCount(0);
  await expect(composer(page)).toHaveCount(0);
  await channelLink(page, 'general').click();
  await write(page, 'still here');
  await expect(message(log(page), 'still here')).toBeVisible();
});

test('whoever is removed from a private channel that is open is shown no word of it any more', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const name = unique('secret');
  const { channel } = await room.call(room.owner, 'conversations.create', { name, is_private: true });
  const id = channel.id as ChannelId;
  await room.call(room.owner, 'conversations.invite', { channel: id, users: [other.userId as UserId] });
  const ts = await room.post(room.owner, id, 'said among ourselves');
  await room.post(room.owner, id, 'an answer among ourselves', ts);
  const page = await look(other, room.path(id, `/t/${ts}`));
  await expect(message(log(page), 'said among ourselves')).toBeVisible();
  await expect(page.getByText('an answer among ourselves').last()).toBeVisible();
  await room.call(room.owner, 'conversations.kick', { channel: id, user: other.userId });
  await expect(page.getByRole('heading', { name: 'No such channel' })).toBeVisible();
  await expect(page.getByText('among ourselves')).toHaveCount(0);
  // Trying again would bring nothing.
  await expect(page.getByRole('complementary').getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(page.getByText(name)).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await room.post(room.owner, id, 'later among ourselves');
  await channelLink(page, 'general').click();
  await write(page, 'still here');
  await expect(message(log(page), 'still here')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'No such channel' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No such channel' })).toBeVisible();
  await expect(page.getByText('among ourselves')).toHaveCount(0);
});

test('what one person left unsent waits while another uses the device, and goes out when they are back', async ({
  room,
  stranger,
}) => {
  const [mia, otto] = [await room.join('Mia Member'), await room.join('Otto Other')];
  const { context, page } = await stranger();
  const wire = await Wire.of(context);
  const become = ({ email, password = '' }: TestPerson): Promise<void> =>
    signInByPassword(context, room.url, { email, password });
  await become(mia);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  await wire.goDown();
  for (const text of ['mine 1', 'mine 2']) await write(page, text);
  await expect.poll(() => shown(page, /^mine \d$/)).toEqual(['mine 1', 'mine 2']);

  await become(otto);
  wire.isDown = false;
  const second = await context.newPage();
  await second.goto(room.path(room.general));
  await expect(second.getByRole('button', { name: /Your profile.*Otto Other/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Somebody else signed in here' })).toBeVisible();
  await expect(page.getByText('mine')).toHaveCount(0);
  await write(second, 'his');
  await expect(message(log(second), 'his')).toBeVisible();
  await expect(second.getByText('mine')).toHaveCount(0);
  const said = async (): Promise<(readonly [string | undefined, string])[]> => {
    const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
    return messages
      .filter(({ subtype }) => subtype === undefined)
      .map(({ user, text }) => [user, text] as const)
      .reverse();
  };
  await expect.poll(said).toEqual([[otto.userId, 'his']]);

  await become(mia);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(message(log(page), 'mine 2')).toBeVisible();
  await expect.poll(said).toEqual([
    [otto.userId, 'his'],
    [mia.userId, 'mine 1'],
    [mia.userId, 'mine 2'],
  ]);
});

test('two people, one after the other on one device, see nothing of each other', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const page = await look(room.owner, room.general);
  await composer(page).fill('a secret of the first');
  await channelLink(page, 'general').click();
  await page.goto('/');
  await page.context().clearCookies();
  const answer = await page.context().request.post('/api/account.signIn', {
    headers: { origin: room.url, 'x-edgewise-workspace': 'account' },
    data: { email: other.email, password: other.password },
  });
  expect(await answer.json()).toMatchObject({ ok: true });
  await page.goto(room.path(room.general));
  await expect(page.getByRole('button', { name: /Your profile.*Rita Reader/ })).toBeVisible();
  await expect(composer(page)).toHaveValue('');
  await expect(page.getByText('a secret of the first')).toHaveCount(0);
});
