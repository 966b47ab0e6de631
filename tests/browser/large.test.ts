import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startHouse } from '../support/house.ts';
import type { House } from '../support/house.ts';
import { test } from './support/fixtures.ts';
import { footprintOf } from './support/footprint.ts';
import { houseSettings } from './support/house-of-tests.ts';
import { channelLink, composer, log } from './support/parts.ts';
import { Room } from './support/room.ts';
import type { TestPerson } from './support/room.ts';
import { scroll } from './support/scrolling.ts';
import { longChannel, sideDoor } from './support/side-door.ts';
import type { LongChannel } from './support/side-door.ts';
import { signIn } from './support/visitor.ts';

/**
 * Ten windows of the client, which holds 1,000 rows at most: what happens at both ends of a window happens often. The
 * full 100,000 are tried by `npm run bench:web`.
 */
const messages = 10_000;
/** Three windows, of rows of all heights. */
const livelyMessages = 3_000;
/** With each frame: some 10,000 px a second, as a hard turn of the wheel. */
const stepPx = 160;
const elementsMost = 3_000;
const heapMostBytes = 60_000_000;

test.describe('much of everything', () => {
  // One house for all of them.
  test.describe.configure({ mode: 'default' });
  let house: House;
  let room: Room;
  let writer: TestPerson;
  let place: LongChannel;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    house = await startHouse({ ...houseSettings(), around: sideDoor });
    room = await Room.make(house);
    writer = await room.join('Wanda Writer');
    place = await longChannel(house, room, writer, messages);
  });
  test.afterAll(() => house.stop());

  const line = (page: Page, number: number) =>
    log(page)
      .getByRole('article')
      .filter({ has: page.locator('p', { hasText: new RegExp(`^line ${number} `) }) });

  test('a link to one of its first messages lands there, and goes on both ways without a blank frame', async ({
    stranger,
  }) => {
    const { context, page } = await stranger({ url: house.url });
    await signIn(context, house.url, room.owner);
    const target = 300;
    await page.goto(room.path(place.id, `/m/${place.ts(target)}`));
    await expect(line(page, target)).toBeInViewport();
    const up = await scroll(log(page), { stepPx: -stepPx, framesMost: 4_000, untilLine: 1 });
    await expect(line(page, 1)).toBeAttached();
    expect(up.blankFrames).toBe(0);
    const down = await scroll(log(page), { stepPx, framesMost: 4_000, untilLine: 600 });
    await expect(line(page, 600)).toBeAttached();
    expect(down.rowsPassed).toBeGreaterThan(500);
    expect(down.blankFrames).toBe(0);
    expect([...up.jumps, ...down.jumps]).toEqual([]);
    expect(Math.max(up.elementsMost, down.elementsMost)).toBeLessThan(elementsMost);
  });

  test('a long fling of the wheel over several windows moves all rows as the wheel does', async ({
    stranger,
  }) => {
    test.setTimeout(180_000);
    const lively = await longChannel(house, room, writer, livelyMessages, { isLively: true });
    const { context, page } = await stranger({ url: house.url });
    await signIn(context, house.url, room.owner);
    await page.goto(room.path(lively.id));
    await expect(line(page, livelyMessages)).toBeInViewport();
    let isOver = false;
    const flung = scroll(log(page), { framesMost: 20_000, untilLine: 1 }).finally(() => {
      isOver = true;
    });
    await log(page).hover();
    // A turn of the wheel, a hard one, and more at once than what is kept ready above.
    for (let turn = 0; !isOver; turn += 1) await page.mouse.wheel(0, -([120, 400, 1_100][turn % 3] ?? 0));
    const { blankFrames, jumps, downMostPx, rowsPassed } = await flung;
    expect(rowsPassed).toBeGreaterThan(livelyMessages / 2);
    expect(jumps).toEqual([]);
    expect(downMostPx).toBeLessThanOrEqual(1);
    expect(blankFrames).toBe(0);
  });

  test('after thirty channels the page holds at most 60 MB and 3,000 elements', async ({ stranger }) => {
    test.setTimeout(180_000);
    const { context, page } = await stranger({ url: house.url });
    await signIn(context, house.url, room.owner);
    await page.goto(room.path(room.general));
    await expect(composer(page)).toBeVisible();
    for (let count = 0; count < 30; count += 1) {
      const { name } = await longChannel(house, room, writer, 80);
      await channelLink(page, name).click();
      await expect(line(page, 80)).toBeInViewport();
    }
    const { heapBytes, elements } = await footprintOf(page, await context.newCDPSession(page));
    expect(heapBytes).toBeGreaterThan(1_000_000);
    expect(heapBytes).toBeLessThanOrEqual(heapMostBytes);
    expect(elements).toBeLessThan(elementsMost);
  });
});
