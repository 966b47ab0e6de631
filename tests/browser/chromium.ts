import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';

/** The shell first: it is several times faster, and has all that is tested here. */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];
const packages = ['chromium-headless-shell', 'fonts-liberation', 'fonts-noto-color-emoji'];
const installTimeMaxMs = 300_000;

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
export function bringChromium(): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log(`no Chromium here: apt-get install ${packages.join(' ')}`);
  try {
    apt('update');
    apt('install', '--no-install-recommends', ...packages);
  } catch (error) {
    console.error(`that failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return findChromium();
}

function apt(...args: readonly string[]): void {
  execFileSync('apt-get', ['-yqq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: installTimeMaxMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: chromiumFlags });
