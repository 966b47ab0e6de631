import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './chromium.ts';

const report = process.env['BROWSER_REPORT'];

/** The client in a real Chromium against the real Worker: run.ts finds the browser, global-setup.ts starts the house. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  // Vitest's.
  testIgnore: '*.unit.test.ts',
  outputDir: '../../.cache/browser-tests',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // On a machine that others load, too; docs/decisions/0015 says what is made of it.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    // It fetches the whole client. Tests that are about it allow it.
    serviceWorkers: 'block',
    launchOptions: {
      args: chromiumFlags,
      ...(process.env['CHROMIUM_PATH'] === undefined ? {} : { executablePath: process.env['CHROMIUM_PATH'] }),
    },
  },
});
