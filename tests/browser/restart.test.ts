import type { Page } from '@playwright/test';
import { startHouse } from '../support/house.ts';
import type { House } from '../support/house.ts';
import { expect, test as base } from './support/fixtures.ts';
import { houseSettings } from './support/house-of-tests.ts';
import { composer, log, message } from './support/parts.ts';
import type { Room } from './support/room.ts';

/** A server of its own, which may be killed: the others' goes on. */
const test = base.extend<{ house: House }>({
  house: async ({ browser: _none }, use) => {
    const house = await startHouse(houseSettings());
    await use(house);
    await house.stop();
  },
});
// It starts two servers, or three.
test.describe.configure({ timeout: 180_000 });

const banner = (page: Page) => page.getByText('No connection.');
const write = async (page: Page, text: string): Promise<void> => {
  await composer(page).fill(text);
  await composer(page).press('Enter');
};
const lines = (page: Page): Promise<string[]> =>
  log(page)
    .locator('p')
    .evaluateAll((all) => all.map((line) => line.textContent).filter((text) => text.startsWith('line ')));
const stored = async (room: Room): Promise<string[]> => {
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
  return messages
    .map(({ text }) => text)
    .filter((text) => text.startsWith('line '))
    .reverse();
};
const upTo = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

test('a server that is killed under the page comes back by itself: nothing lost, nothing twice', async ({
  house,
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const page = await look(room.owner, room.general);
  await write(page, 'line 1');
  await expect.poll(() => stored(room)).toEqual(upTo(1));
  await room.post(other, room.general, 'line 2');
  await expect(message(log(page), 'line 2')).toBeVisible();
  const hasReloaded = await page.evaluateHandle(() => Object.assign(globalThis, { isSamePage: true }));

  await house.kill();
  await expect(banner(page)).toBeVisible();
  await write(page, 'line 3');
  await write(page, 'line 4');
  await expect(log(page).getByText('line 4')).toBeVisible();
  await house.restart();
  // Nobody presses anything.
  await expect(banner(page)).toBeHidden({ timeout: 60_000 });
  await expect.poll(() => stored(room)).toEqual(upTo(4));
  await room.post(other, room.general, 'line 5');
  await expect(message(log(page), 'line 5')).toBeVisible();
  expect(await lines(page)).toEqual(upTo(5));
  expect(await stored(room)).toEqual(upTo(5));
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  await hasReloaded.dispose();

  // What another one wrote before the next end is there after it, for a page that heard nothing of it.
  await page.reload();
  await expect(message(log(page), 'line 5')).toBeVisible();
  expect(await lines(page)).toEqual(upTo(5));
});

test('a server that is killed while messages go out: each is there once, in the order of writing', async ({
  house,
  room,
  look,
}) => {
  const page = await look(room.owner, room.general);
  await expect(composer(page)).toBeFocused();
  for (let index = 1; index <= 8; index += 1) await write(page, `line ${index}`);
  // Some have gone out, some are on their way, and what is written now waits.
  await expect.poll(async () => (await stored(room)).length).toBeGreaterThan(0);
  await house.kill();
  for (let index = 9; index <= 16; index += 1) await write(page, `line ${index}`);
  await house.restart();
  await expect.poll(() => stored(room).catch(() => []), { timeout: 90_000 }).toEqual(upTo(16));
  await expect(message(log(page), 'line 16')).toBeVisible();
  await expect.poll(() => lines(page)).toEqual(upTo(16));
});

test('a page that is opened while the server is gone says so, and shows the room once it is back', async ({
  house,
  room,
  look,
}) => {
  const page = await look(room.owner, room.general);
  await write(page, 'line 1');
  await expect(message(log(page), 'line 1')).toBeVisible();
  // The page is there, and its connection never was.
  await page.route('**/api/**', (route) => route.abort());
  let isDown = true;
  await page.routeWebSocket(/\/gateway\?/, (socket) => {
    if (isDown) void socket.close({ code: 1012 });
    else socket.connectToServer();
  });
  await page.reload();
  await expect(banner(page)).toBeVisible();
  await house.kill();
  await house.restart();
  await page.unroute('**/api/**');
  isDown = false;
  await expect(message(log(page), 'line 1')).toBeVisible({ timeout: 60_000 });
  await expect(banner(page)).toBeHidden();
  expect(await lines(page)).toEqual(upTo(1));
});
