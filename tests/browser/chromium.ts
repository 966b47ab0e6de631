import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { bringPackages } from '../support/apt.ts';

/** The shell first: it is several times faster, and has all that is tested here. */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];
const packages = ['chromium-headless-shell', 'fonts-liberation', 'fonts-noto-color-emoji'];

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Letters stand where they do on a screen of more than 96 dots to the inch.
  '--font-render-hinting=none',
];

/** A Chromium of this machine: CHROMIUM_PATH, else the system's. Undefined where there is none. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'] ?? '', ...places].find((path) => path !== '' && existsSync(path));

/** The same, and on a Debian where we may, brings one first. */
export async function bringChromium(): Promise<string | undefined> {
  const found = findChromium();
  if (found !== undefined) return found;
  await bringPackages(packages);
  return findChromium();
}

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: chromiumFlags });
