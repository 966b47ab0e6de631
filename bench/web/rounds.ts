import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { footprintOf } from '../../tests/browser/support/footprint.ts';
import { channelLink, composer, log } from '../../tests/browser/support/parts.ts';
import type { Place, TestPerson } from '../../tests/browser/support/room.ts';
import { scroll } from '../../tests/browser/support/scrolling.ts';
import { longChannel } from '../../tests/browser/support/side-door.ts';
import type { LongChannel } from '../../tests/browser/support/side-door.ts';
import { signIn } from '../../tests/browser/support/visitor.ts';
import { percentile } from '../measure/statistics.ts';
import type { BarePage } from './bare-page.ts';
import {
  changing,
  opening,
  openingSwitcher,
  overSlowNetwork,
  receiving,
  sending,
  slowdown,
  slowly,
  typing,
} from './measures.ts';
import { installClock, usableSinceEnter } from './page-clock.ts';
import type { Stage } from './stage.ts';

/** What one round measured, by the line of the table that it belongs to. */
export type Measured = Record<string, number>;

export interface Filled {
  readonly stage: Stage;
  readonly writer: TestPerson;
  readonly channels: readonly Place[];
  readonly long: LongChannel;
}

const keys = 60;
const slowKeys = 30;
const times = 10;
const viewport = { width: 1280, height: 800 };

export async function fill(stage: Stage, size: { channels: number; messages: number }): Promise<Filled> {
  const { house, room } = stage;
  const writer = await room.join('Wanda Writer');
  const channels: Place[] = [];
  while (channels.length < size.channels) {
    const channel = await longChannel(house, room, writer, 80);
    await room.read(room.owner, channel.id, await room.post(writer, channel.id, newestIn(channel)));
    channels.push(channel);
  }
  return { stage, writer, channels, long: await longChannel(house, room, writer, size.messages) };
}

const newestIn = ({ name }: Place): string => `the newest of ${name}`;

/** A browser that was never here. */
async function fresh(
  stage: Stage,
  person?: TestPerson,
): Promise<{ context: BrowserContext; page: Page; debug: CDPSession }> {
  const context = await stage.browser.newContext({ viewport, serviceWorkers: 'block' });
  await installClock(context);
  if (person !== undefined) await signIn(context, stage.house.url, person);
  const page = await context.newPage();
  return { context, page, debug: await context.newCDPSession(page) };
}

export async function edgewiseRound({ stage, writer, channels, long }: Filled): Promise<Measured> {
  const { room, house } = stage;
  const { owner, general } = room;
  const [first, second] = channels;
  if (first === undefined || second === undefined) throw new Error('two channels are needed');
  const { context, page, debug } = await fresh(stage, owner);
  await room.post(writer, general, 'something to read');
  const opened = await opening(page, `${house.url}${room.path(general)}`);
  const typed = await typing(page, keys);
  const slow = await slowly(debug, () => typing(page, slowKeys));
  const sent = await sending(page, times);
  const received = await receiving(
    page,
    times,
    async (text) => void (await room.post(writer, general, text)),
  );
  const changed = await changing(page, first.name, newestIn(first));
  await changing(page, second.name, newestIn(second));
  const changedBack = await changing(page, first.name, newestIn(first));
  // Its code has come by then, as for somebody who has been here for a second.
  await openingSwitcher(page, 1);
  const switcher = await openingSwitcher(page, times);
  await context.close();
  return {
    ...{ fcp: opened.firstPaintMs, usable: opened.usableMs },
    ...{ key50: typed.p50, key95: typed.p95, slowKey50: slow.p50, slowKey95: slow.p95 },
    ...{ sent, received, changed, changedBack, switcher },
    ...(await slowOpening(stage, `${house.url}${room.path(general)}`, owner)),
    ...(await signingIn(stage, writer)),
    ...(await holding(stage, channels)),
    ...(await scrolling(stage, long)),
  };
}

export async function bareRound(stage: Stage, bare: BarePage): Promise<Measured> {
  const { context, page, debug } = await fresh(stage);
  const opened = await opening(page, bare.url);
  const typed = await typing(page, keys);
  const slow = await slowly(debug, () => typing(page, slowKeys));
  const sent = await sending(page, times);
  const received = await receiving(page, times, (text) => bare.say(text));
  const changed = await changing(page, 'one', 'one 59');
  const changedBack = await changing(page, 'two', 'two 59');
  const switcher = await openingSwitcher(page, times);
  const { heapBytes } = await footprintOf(page, debug);
  await context.close();
  return {
    ...{ fcp: opened.firstPaintMs, usable: opened.usableMs },
    ...{ key50: typed.p50, key95: typed.p95, slowKey50: slow.p50, slowKey95: slow.p95 },
    ...{ sent, received, changed, changedBack, switcher, heap: heapBytes / 1e6 },
    ...(await slowOpening(stage, bare.url)),
  };
}

async function slowOpening(stage: Stage, url: string, person?: TestPerson): Promise<Measured> {
  const { context, page, debug } = await fresh(stage, person);
  page.setDefaultNavigationTimeout(120_000);
  await overSlowNetwork(debug);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const { firstPaintMs, usableMs } = await opening(page, url);
  await context.close();
  return { slowFcp: firstPaintMs, slowUsable: usableMs };
}

async function signingIn(stage: Stage, { email, password = '' }: TestPerson): Promise<Measured> {
  const { context, page } = await fresh(stage);
  await page.goto(`${stage.house.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Use a password instead' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  const signedIn = await usableSinceEnter(page);
  await context.close();
  return { signedIn };
}

async function holding({ room, house, ...stage }: Stage, channels: readonly Place[]): Promise<Measured> {
  const { context, page, debug } = await fresh({ room, house, ...stage }, room.owner);
  await page.goto(`${house.url}${room.path(room.general)}`);
  await composer(page).waitFor();
  let elements = 0;
  for (const channel of channels) {
    await channelLink(page, channel.name).click();
    await log(page).getByText(newestIn(channel), { exact: true }).waitFor();
    elements = Math.max(elements, await page.evaluate(() => document.querySelectorAll('*').length));
  }
  const { heapBytes } = await footprintOf(page, debug);
  await context.close();
  return { heap: heapBytes / 1e6, elements };
}

const stepPx = 160;
const checkedFrames = 600;
const timedFrames = 300;

async function scrolling(stage: Stage, long: LongChannel): Promise<Measured> {
  const { room, house } = stage;
  const { context, page } = await fresh(stage, room.owner);
  await page.goto(`${house.url}${room.path(long.id)}`);
  const last = (line: number) => log(page).locator('p', { hasText: new RegExp(`^line ${line} `) });
  await last(long.count).waitFor();
  await isAtRest(page);
  const up = await scroll(log(page), { stepPx: -stepPx, framesMost: checkedFrames });
  const timed = await scroll(log(page), { stepPx: -stepPx / 2, framesMost: timedFrames, isTimed: true });
  const down = await scroll(log(page), { stepPx, framesMost: checkedFrames });
  const target = Math.ceil(long.count / 20);
  await page.goto(`${house.url}${room.path(long.id, `/m/${long.ts(target)}`)}`);
  await last(target).waitFor();
  await isAtRest(page);
  const linked = await scroll(log(page), { stepPx: -stepPx, framesMost: timedFrames });
  await context.close();
  const all = [up, down, linked];
  for (const { jumps } of all) for (const jump of jumps.slice(0, 5)) console.error(`jump: ${jump}`);
  return {
    scroll95: percentile(timed.frameMillis, 0.95),
    late: (100 * timed.frameMillis.filter((ms) => ms > 34).length) / timed.frames,
    blank: all.reduce((sum, { blankFrames }) => sum + blankFrames, 0),
    jump: Math.max(...all.map(({ jumpMostPx }) => jumpMostPx)),
    scrollElements: Math.max(...all.map(({ elementsMost }) => elementsMost)),
    rows: all.reduce((sum, { rowsPassed }) => sum + rowsPassed, 0),
  };
}

/** Where it opens at is found: five frames without a move. */
const isAtRest = (page: Page): Promise<void> =>
  log(page).evaluate(async (list) => {
    for (let [still, top] = [0, -1]; still < 5; still += 1) {
      if (list.scrollTop !== top) [still, top] = [0, list.scrollTop];
      await new Promise(requestAnimationFrame);
    }
  });
