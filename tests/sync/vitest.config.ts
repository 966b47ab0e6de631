import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const object = (className: string) => ({ className, useSQLite: true });

/** For `npm run sync` (dev/sync.ts): the simulation alone, as many seeds as wanted. */
export default defineConfig({
  cacheDir: '.cache/sync',
  plugins: [
    cloudflareTest({
      main: './tests/sync/worker.ts',
      miniflare: {
        compatibilityDate: '2026-11-01',
        compatibilityFlags: ['nodejs_compat'],
        durableObjects: {
          CHANNEL: object('Channel'),
          DIRECTORY: object('Directory'),
          GATEWAY: object('Gateway'),
          MEMBER: object('Member'),
          STORE: object('Store'),
        },
      },
    }),
  ],
  test: {
    name: 'sync',
    include: ['tests/sync/**/*.test.ts'],
    silent: 'passed-only',
    provide: { syncSeeds: process.env['SYNC_SEEDS'] ?? '' },
    testTimeout: 60_000,
  },
});
