import type { Page } from '@playwright/test';
import { dataUrl, png } from '../support/pictures.ts';
import { expect, test } from './support/fixtures.ts';
import { older, withPicture } from './support/older-messages.ts';
import {
  belowEdge,
  channelLink,
  composer,
  drawn,
  hold,
  log,
  message,
  scrollTo,
  scrollTop,
  topOf,
  trackTop,
} from './support/parts.ts';
import type { Place, Room, TestPerson } from './support/room.ts';

/** A channel of long history: `line 1`, `line 2`, … by another person, of which the owner has read some. */
async function history(
  room: Room,
  count: number,
  read = count,
): Promise<{ place: Place; writer: TestPerson; all: string[] }> {
  const writer = await room.join('Wanda Writer');
  const place = await room.channel('history', [writer]);
  const all = await room.postMany(writer, place.id, count, (index) => `line ${index}`);
  const last = all[read - 1];
  if (last !== undefined) await room.read(room.owner, place.id, last);
  return { place, writer, all };
}
const newLine = (page: Page) => log(page).getByRole('separator', { name: 'New messages' });
const latest = (page: Page) => page.getByRole('button', { name: 'Go to the latest message' });

for (const unread of [60, 280]) {
  test(`10 a channel opens at the first of ${unread} unread messages`, async ({ room, look }) => {
    const { place } = await history(room, unread + 30, 30);
    const page = await look(room.owner, place.id);
    await expect(message(log(page), 'line 31')).toBeInViewport();
    await expect(newLine(page)).toBeInViewport();
    expect(await belowEdge(log(page))).toBeGreaterThan(100);
  });
}

test('10 a channel without unread messages opens at its end', async ({ room, look }) => {
  const { place } = await history(room, 90);
  const page = await look(room.owner, place.id);
  await expect(message(log(page), 'line 90')).toBeInViewport();
  await expect(newLine(page)).toBeHidden();
  await expect.poll(() => belowEdge(log(page))).toBeLessThanOrEqual(1);
});

test('11 the line above what is new stays until one leaves', async ({ room, look }) => {
  const { place } = await history(room, 60, 30);
  const page = await look(room.owner, place.id);
  await expect(newLine(page)).toBeInViewport();
  await scrollTo(log(page), message(log(page), 'line 60'), 300);
  await expect(channelLink(page, place.name)).not.toContainText('unread');
  await scrollTo(log(page), newLine(page), -300);
  await expect(newLine(page)).toBeInViewport();
  await channelLink(page, 'general').click();
  await expect(composer(page)).toHaveAccessibleName(/general/);
  await channelLink(page, place.name).click();
  await expect(message(log(page), 'line 60')).toBeInViewport();
  await expect(newLine(page)).toHaveCount(0);
});

test('12 the pill says how many are new and jumps to the first', async ({ room, look }) => {
  const { place } = await history(room, 120, 60);
  const page = await look(room.owner, place.id);
  await expect(newLine(page)).toBeInViewport();
  await scrollTo(log(page), message(log(page), 'line 120'), 400);
  const pill = page.getByRole('button', { name: 'Go to the first new message' });
  await expect(pill).toHaveText('60 new');
  await pill.click();
  await expect(newLine(page)).toBeInViewport();
  await expect(message(log(page), 'line 61')).toBeInViewport();
  await expect(pill).toBeHidden();
});

test('13 Latest goes to the end, from a little above it and from long ago', async ({ room, look }) => {
  const { place, all } = await history(room, 260);
  const page = await look(room.owner, room.path(place.id, `/m/${all[20] ?? ''}`));
  await expect(message(log(page), 'line 21')).toBeInViewport();
  await latest(page).click();
  await expect(message(log(page), 'line 260')).toBeInViewport();
  await expect(latest(page)).toBeHidden();
  await log(page).evaluate((element) => element.scrollBy(0, -600));
  await latest(page).click();
  await expect(message(log(page), 'line 260')).toBeInViewport();
  await expect.poll(() => belowEdge(log(page))).toBeLessThanOrEqual(1);
});

test('14 prepending older messages jumps by 0 px', async ({ room, look }) => {
  const { place } = await history(room, 240);
  const page = await look(room.owner, place.id);
  const list = log(page);
  await expect(message(list, 'line 240')).toBeInViewport();
  const older = await hold(page, 'conversations.history');
  await list.evaluate((element) => element.scrollTo(0, 400));
  await older.asked;
  await drawn(page);
  await drawn(page);
  const rows = list.getByRole('article');
  const anchor = rows.nth(Math.floor((await rows.count()) / 2));
  const words = await anchor.textContent();
  const height = await list.evaluate((element) => element.scrollHeight);
  const track = await trackTop(anchor);
  older.release();
  await expect.poll(() => list.evaluate((element) => element.scrollHeight)).toBeGreaterThan(height + 1_000);
  for (let frames = 0; frames < 10; frames += 1) await drawn(page);
  expect(await track.seen()).toHaveLength(1);
  expect(await anchor.textContent()).not.toBe('');
  expect(words).not.toBe('');
});

test('15 forward paging never scrolls by itself', async ({ room, look }) => {
  const { place, all } = await history(room, 400);
  const page = await look(room.owner, room.path(place.id, `/m/${all[40] ?? ''}`));
  const list = log(page);
  await expect(message(list, 'line 41')).toBeInViewport();
  const newer = await hold(page, 'conversations.history');
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await newer.asked;
  await drawn(page);
  const height = await list.evaluate((element) => element.scrollHeight);
  const top = await scrollTop(list);
  const track = await trackTop(list.getByRole('article').last());
  newer.release();
  await expect.poll(() => list.evaluate((element) => element.scrollHeight)).toBeGreaterThan(height + 500);
  for (let frames = 0; frames < 10; frames += 1) await drawn(page);
  expect(await scrollTop(list)).toBe(top);
  expect((await track.seen()).filter((place) => !Number.isNaN(place))).toHaveLength(1);
});

test('16 what is appended while one has scrolled up moves nothing', async ({ room, look }) => {
  const { place, writer } = await history(room, 120);
  const page = await look(room.owner, place.id);
  const list = log(page);
  await expect(message(list, 'line 120')).toBeInViewport();
  await scrollTo(list, message(list, 'line 90'), -200);
  await drawn(page);
  const row = message(list, 'line 90');
  const track = await trackTop(row);
  const before = await topOf(row);
  await room.postMany(writer, place.id, 12, (index) => `fresh ${index}`);
  await expect(channelLink(page, place.name)).toContainText('unread');
  for (let frames = 0; frames < 10; frames += 1) await drawn(page);
  expect(await topOf(row)).toBe(before);
  expect(await track.seen()).toHaveLength(1);
  await expect(latest(page)).toBeVisible();
});

test('17 what is appended at the end is followed', async ({ room, look }) => {
  const { place, writer } = await history(room, 60);
  const page = await look(room.owner, place.id);
  const list = log(page);
  await expect(message(list, 'line 60')).toBeInViewport();
  for (const text of ['one more', 'and another one', 'a last one']) {
    await room.post(writer, place.id, text);
    await expect(message(list, text)).toBeInViewport();
    await expect.poll(() => belowEdge(list)).toBeLessThanOrEqual(1);
  }
  await expect(channelLink(page, place.name)).not.toContainText('unread');
});

test('18 a picture that comes late shifts nothing: a bot’s, a photo in a row, a thread, the members', async ({
  room,
  look,
}) => {
  const { place, writer } = await history(room, 30);
  await room.call(writer, 'users.setPhoto', { image: dataUrl(png(64)) });
  const ts = await room.post(room.owner, place.id, 'with a picture');
  const parent = await room.post(writer, place.id, 'with a photo');
  await room.post(writer, place.id, 'a reply', parent);
  await room.post(room.owner, place.id, 'after it');
  const late = Promise.withResolvers<void>();
  const page = await look(room.owner, room.general);
  await page.route(/\/static\/icon\.svg\?late|\/avatars\//, async (route) => {
    await late.promise;
    await route.continue();
  });
  await withPicture(page, ts, `${room.url}/static/icon.svg?late`);
  await channelLink(page, place.name).click();
  const row = message(log(page), 'after it');
  await expect(row).toBeInViewport();
  await page.getByRole('button', { name: /members$/ }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('Wanda Writer')).toBeVisible();
  await drawn(page);
  const tracked = [await trackTop(row), await trackTop(panel.getByText('Olive Owner'))];
  // The bot's, the face of a row, the one at its thread, the member's.
  const pictures = [
    message(log(page), 'with a picture').locator('img'),
    message(log(page), 'with a photo').locator('img').first(),
    message(log(page), 'with a photo')
      .getByRole('link', { name: /1 reply/ })
      .locator('img'),
    panel.locator('img'),
  ];
  for (const image of pictures) await expect(image).toHaveJSProperty('complete', false);
  late.resolve();
  for (const image of pictures) {
    await expect(image).toHaveJSProperty('complete', true);
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  }
  await drawn(page);
  for (const track of tracked) expect(await track.seen()).toHaveLength(1);
});

test('19 a composer that grows keeps the end in view', async ({ room, look }) => {
  const { place } = await history(room, 60);
  const page = await look(room.owner, place.id);
  const list = log(page);
  await expect(message(list, 'line 60')).toBeInViewport();
  await composer(page).click();
  for (let lines = 0; lines < 6; lines += 1) {
    await page.keyboard.type('words');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => belowEdge(list)).toBeLessThanOrEqual(1);
  }
  await composer(page).fill('a\n'.repeat(12));
  await expect.poll(() => belowEdge(list)).toBeLessThanOrEqual(1);
  await composer(page).fill('');
  await expect.poll(() => belowEdge(list)).toBeLessThanOrEqual(1);
  await expect(message(list, 'line 60')).toBeInViewport();
});

test('20 mark unread from here: the line stands there, here and on another device', async ({
  room,
  look,
}) => {
  const { place } = await history(room, 40);
  const page = await look(room.owner, place.id);
  const row = message(log(page), 'line 35');
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Mark unread from here' }).click();
  await expect(channelLink(page, place.name)).toContainText('unread');
  await expect(newLine(page)).toBeInViewport();
  const other = await look(room.owner, place.id);
  await expect(newLine(other)).toBeInViewport();
  const [first, second] = [await topOf(newLine(other)), await topOf(message(log(other), 'line 35'))];
  expect(second).toBeGreaterThan(first);
  expect(await topOf(message(log(other), 'line 34'))).toBeLessThan(first);
});

test('21 Esc marks the channel read', async ({ room, look }) => {
  const { place } = await history(room, 90, 30);
  const page = await look(room.owner, place.id);
  await expect(newLine(page)).toBeInViewport();
  await expect(channelLink(page, place.name)).toContainText('unread');
  await page.keyboard.press('Escape');
  await expect(channelLink(page, place.name)).not.toContainText('unread');
  const other = await look(room.owner, room.general);
  await expect(channelLink(other, place.name)).toBeVisible();
  await expect(channelLink(other, place.name)).not.toContainText('unread');
});

const daySeconds = 86_400;

test('22 the day of what one reads stays at the top', async ({ room, look }) => {
  const { place, all } = await history(room, 60);
  const page = await look(room.owner, room.general);
  await older(page, all, (index) => (index < 30 ? daySeconds : 0));
  await channelLink(page, place.name).click();
  await expect(message(log(page), 'line 60')).toBeInViewport();
  await scrollTo(log(page), log(page).getByRole('heading', { name: 'Today' }), -300);
  await scrollTo(log(page), message(log(page), 'line 1'), -300);
  await log(page).evaluate((element) => element.scrollBy(0, 300));
  await drawn(page);
  const over = page.locator('main').getByText('Yesterday', { exact: true }).last();
  await expect(over).toBeInViewport();
  const frame = await log(page).evaluate((element) => element.getBoundingClientRect().top);
  expect((await topOf(over)) - frame).toBeLessThan(32);
  await scrollTo(log(page), message(log(page), 'line 60'), 300);
  await drawn(page);
  await expect(page.locator('main').getByText('Today', { exact: true }).last()).toBeInViewport();
});

test('23 messages of one person within five minutes stand under one name', async ({ room, look }) => {
  const { place, all, writer } = await history(room, 4);
  const byOwner = await room.post(room.owner, place.id, 'a word between');
  const page = await look(room.owner, room.general);
  // Six minutes before the second, then two within a minute of each other.
  await older(page, [...all, byOwner], (index) => [500, 140, 100, 60, 0][index] ?? 0);
  await channelLink(page, place.name).click();
  const named = (text: string) => message(log(page), text).getByRole('button', { name: 'Wanda Writer' });
  await expect(named('line 1')).toBeVisible();
  await expect(named('line 2')).toBeVisible();
  await expect(named('line 3')).toHaveCount(0);
  await expect(named('line 4')).toHaveCount(0);
  await room.post(writer, place.id, 'after the word between');
  await expect(named('after the word between')).toBeVisible();
});

test('24 what is read in one tab is read in the other', async ({ room, look }) => {
  const { place, writer } = await history(room, 3);
  const page = await look(room.owner, room.general);
  const second = await page.context().newPage();
  await second.goto(room.path(room.general));
  await expect(composer(second)).toBeVisible();
  await room.post(writer, place.id, 'for both tabs');
  await expect(channelLink(page, place.name)).toContainText('unread');
  await expect(channelLink(second, place.name)).toContainText('unread');
  await page.bringToFront();
  await channelLink(page, place.name).click();
  await expect(channelLink(page, place.name)).not.toContainText('unread');
  await expect(channelLink(second, place.name)).not.toContainText('unread');
});
