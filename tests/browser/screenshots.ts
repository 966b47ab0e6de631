import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { fail } from '../../dev/launcher/fail.mjs';
import { startHouse } from '../support/house.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { screens } from './screens.ts';
import { signsIn, viewers } from './screens/screen.ts';
import type { Screen } from './screens/screen.ts';
import { raiseStage, stageOf } from './screens/stage.ts';
import type { Stage } from './screens/stage.ts';
import { buildClient } from './support/build-client.ts';
import { clientFolder, houseSettings } from './support/house-of-tests.ts';
import { Room } from './support/room.ts';
import { longChannel, sideDoor } from './support/side-door.ts';
import { signIn, signInByPassword } from './support/visitor.ts';

/**
 * `npm run screenshots`: every screen at three widths in both themes, into .cache/screenshots, on a server of its own.
 * With names, those alone: `npm run screenshots -- room thread`.
 */
const sizes = [
  { name: '1280', viewport: { width: 1280, height: 800 } },
  { name: '800', viewport: { width: 800, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
] as const;
const themes = ['light', 'dark'] as const;
const settleMs = 400;
const folder = '.cache/screenshots';
const endlessMessages = 10_000;

const executable =
  findChromium() ?? fail('no Chromium here: apt-get install chromium-headless-shell, or set CHROMIUM_PATH.');
const wanted = process.argv.slice(2);
const taken = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await buildClient(clientFolder());
const house = await startHouse({ ...houseSettings(), around: sideDoor });
mkdirSync(folder, { recursive: true });
const browser = await launchChromium(executable);
try {
  const room = await Room.make(house);
  const writer = await room.join('Wanda Writer');
  const endless = await longChannel(house, room, writer, endlessMessages);
  const stage = { ...stageOf(await raiseStage(house)), endless: `${house.url}${room.path(endless.id)}` };
  for (const { name, ...options } of sizes) await takeAll(browser, stage, room, name, options);
} finally {
  await browser.close();
  await house.stop();
}

async function takeAll(
  browser: Browser,
  stage: Stage,
  { owner }: Room,
  size: string,
  options: BrowserContextOptions,
): Promise<void> {
  for (const as of viewers) {
    const context = await browser.newContext({
      ...options,
      baseURL: stage.url,
      locale: 'en-GB',
      timezoneId: 'Europe/Oslo',
      reducedMotion: 'reduce',
    });
    const person = signsIn(as, stage);
    if (person !== undefined) await signInByPassword(context, stage.url, person);
    // The long channel is of a workspace of its own.
    if (as === undefined) await signIn(context, stage.url, owner);
    let page = await context.newPage();
    for (const screen of taken.filter((one) => one.as === as && isOn(one, size, stage))) {
      if (screen.isLast) page = await anew(page);
      try {
        await screen.show(page, stage);
        await take(page, `${screen.name}-${size}`);
      } catch (error) {
        console.error(
          `${screen.name} at ${size} px: ${error instanceof Error ? error.message : String(error)}`,
        );
        process.exitCode = 1;
        page = await anew(page);
      }
      if (screen.isLast) page = await anew(page);
    }
    await context.close();
  }
}

function isOn({ only, isOn: isReady = () => true }: Screen, size: string, stage: Stage): boolean {
  return isReady(stage) && (only === undefined || (only === 'phone') === (size === '390'));
}

async function anew(page: Page): Promise<Page> {
  await page.close();
  return page.context().newPage();
}

async function take(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    // Pictures and fonts that come by themselves.
    await page.waitForTimeout(settleMs);
    const path = join(folder, `${name}-${theme}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
}
