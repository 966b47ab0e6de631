import type { CDPSession, Page } from '@playwright/test';
import { median, percentile } from '../measure/statistics.ts';
import { keyMs, openingOf, pressMs, receivedMs, whenShown } from './page-clock.ts';

/** What is measured of Edgewise and of a bare page alike. Milliseconds. */

/** A processor of a quarter the speed. */
export const slowdown = 4;

export async function slowly<T>(debug: CDPSession, run: () => Promise<T>): Promise<T> {
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  try {
    return await run();
  } finally {
    await debug.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
}

/** A phone's network: 1.6 Mbit/s, 150 ms there and back. */
export async function overSlowNetwork(debug: CDPSession): Promise<void> {
  await debug.send('Network.enable');
  await debug.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
}

export async function opening(page: Page, url: string): Promise<{ usableMs: number; firstPaintMs: number }> {
  await page.goto(url);
  return openingOf(page);
}

export interface Typed {
  readonly p50: number;
  readonly p95: number;
}

/** From the key to the frame, in the field that has the focus. */
export async function typing(page: Page, keys: number): Promise<Typed> {
  await page.locator('main textarea').first().focus();
  await page.evaluate(() => {
    globalThis.pageClock.isTyping = true;
    globalThis.pageClock.keyMillis = [];
  });
  const text = 'the tide came in over the flats and nobody had moved the boats '.repeat(4).slice(0, keys);
  await page.keyboard.type(text, { delay: keyEveryMs });
  await page.waitForFunction((count) => globalThis.pageClock.keyMillis.length >= count, keys);
  const millis = await page.evaluate(() => {
    globalThis.pageClock.isTyping = false;
    return globalThis.pageClock.keyMillis;
  });
  await page.locator('main textarea').first().fill('');
  return { p50: percentile(millis, 0.5), p95: percentile(millis, 0.95) };
}
const keyEveryMs = 60;

/** From Enter to the frame with one's own row. */
export async function sending(page: Page, times: number): Promise<number> {
  const millis: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const text = `sent ${time} at ${Date.now()}`;
    const field = page.locator('main textarea').first();
    await field.fill(text);
    const shown = whenShown(page, text);
    await field.press('Enter');
    millis.push((await shown) - (await keyMs(page)));
  }
  return median(millis);
}

/** From the socket's frame to the frame on the screen. `say` makes another person say it. */
export async function receiving(
  page: Page,
  times: number,
  say: (text: string) => Promise<void> | void,
): Promise<number> {
  const millis: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const text = `received ${time} at ${Date.now()}`;
    const shown = whenShown(page, text);
    await say(text);
    millis.push((await shown) - (await receivedMs(page, text)));
  }
  return median(millis);
}

/** From the press on a channel to the frame that shows its newest message. */
export async function changing(page: Page, link: string, newest: string): Promise<number> {
  const shown = whenShown(page, newest);
  await page.locator('nav a').getByText(link, { exact: true }).click();
  return (await shown) - (await pressMs(page));
}

/** From Ctrl+K to the frame in which the field has the focus. */
export async function openingSwitcher(page: Page, times: number): Promise<number> {
  const millis: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const focused = page.evaluate(() =>
      globalThis.pageClock.when(() => document.activeElement instanceof HTMLInputElement),
    );
    await page.keyboard.press('Control+k');
    const ms = await focused;
    // The last key was the letter.
    millis.push(ms - (await keyMs(page)));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !(document.activeElement instanceof HTMLInputElement));
  }
  return median(millis);
}
