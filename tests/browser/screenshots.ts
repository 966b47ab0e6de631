import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { ask } from '../../dev/client.ts';
import { fill } from '../../dev/demo/fill.ts';
import type { DemoUser } from '../../dev/demo/fill.ts';
import { fail } from '../../dev/launcher/fail.mjs';
import { findRunningServer } from '../../dev/running-server.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { screens } from './screens.ts';
import type { Stage } from './screens.ts';

/**
 * `npm run screenshots`: every screen at three widths in both themes, into .cache/screenshots, from the running
 * development server. With names, those alone: `npm run screenshots -- room thread`.
 */
const sizes = [
  { name: '1280', viewport: { width: 1280, height: 800 } },
  { name: '800', viewport: { width: 800, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
] as const;
const themes = ['light', 'dark'] as const;
const settleMs = 700;
const folder = '.cache/screenshots';

const server = await findRunningServer();
const executable =
  findChromium() ?? fail('no Chromium here: apt-get install chromium-headless-shell, or set CHROMIUM_PATH.');
const demo = await fill(server, 'Skerry');
const [owner] = demo.users;
if (owner === undefined) fail('the demo made nobody.');
const { channels } = await ask(server.url, 'conversations.list', owner.token, { limit: 200 });
const stage: Stage = {
  url: server.url,
  room: `${server.url}/w/${demo.workspace.id}`,
  channels: new Map(channels.map(({ id, name }) => [name ?? '', id])),
};
const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await launchChromium(executable);
try {
  for (const { name: size, ...options } of sizes)
    for (const theme of themes)
      await takeAll(browser, owner, `${size}-${theme}`, { ...options, colorScheme: theme });
} finally {
  await browser.close();
}

async function takeAll(
  browser: Browser,
  user: DemoUser,
  suffix: string,
  options: BrowserContextOptions,
): Promise<void> {
  for (const signedIn of [false, true]) {
    const context = await browser.newContext({ ...options, locale: 'en-GB', timezoneId: 'Europe/Oslo' });
    if (signedIn) await signIn(await context.newPage(), user);
    for (const screen of screens) {
      if (screen.signedIn !== signedIn || (wanted.length > 0 && !wanted.includes(screen.name))) continue;
      const page = await context.newPage();
      await screen.show(page, stage);
      await page.waitForTimeout(settleMs);
      const path = join(folder, `${screen.name}-${suffix}.png`);
      await page.screenshot({ path });
      console.log(path);
      await page.close();
    }
    await context.close();
  }
}

/** By the page itself, so that the browser has the cookie. */
async function signIn(
  page: Awaited<ReturnType<Browser['newPage']>>,
  { email, password }: DemoUser,
): Promise<void> {
  await page.goto(`${stage.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Use a password instead' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/w\/T/);
  await page.close();
}
