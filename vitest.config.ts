import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { emojiData } from './web/vite/emoji-data.ts';
import { icons } from './web/vite/icons.ts';

// wrangler.toml names it; the tests of the Worker need nothing of what is in it.
mkdirSync('.cache/web', { recursive: true });

const everywhere = ['**/node_modules/**', '**/.cache/**', '**/.wrangler/**'];
const minuteMs = 60_000;
/** In CI, for what drives real processes on a machine that others load (docs/decisions/0016, and 0019 for what has none). */
const secondTry = process.env['CI'] === undefined ? 0 : 1;

type ProjectConfig = NonNullable<TestProjectInlineConfiguration['test']>;

/** vitest would leave a core to others. */
const workersMax = Math.min(2, availableParallelism());

/** The parts of `npm test`, by what they need (dev/test.ts runs each and adds them up). */
export default defineConfig({
  test: {
    // What a refused call or a killed object logs is of interest where its test fails.
    silent: 'passed-only',
    projects: [
      {
        // What the client's build makes of its sources, so that its elements can be drawn.
        plugins: [icons(), emojiData()],
        test: {
          name: 'unit',
          maxWorkers: workersMax,
          environment: 'node',
          include: ['{protocol,domain,dev,web}/**/*.test.ts', '**/*.unit.test.ts'],
          exclude: everywhere,
        },
      },
      {
        plugins: [
          cloudflareTest({
            // Development's Worker, since the codes of sign-ins lie in its outbox.
            wrangler: { configPath: './dev/wrangler.toml' },
            miniflare: {
              bindings: {
                AUTH_SECRET: 'a secret of the tests, longer than thirty-two',
                SETUP_SECRET: 'set-up-secret-of-the-tests',
                OUTBOX_SECRET: 'outbox-secret-of-the-tests',
                PUBLIC_URL: 'http://localhost',
                DEV_HOSTS: 'localhost',
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          // Files share a workerd and its modules: starting one for each file took half of the time.
          isolate: false,
          maxWorkers: workersMax,
          retry: secondTry,
          include: ['{db,platform,durable-objects,workers}/**/*.test.ts', 'tests/{core,sync}/**/*.test.ts'],
          exclude: [...everywhere, '**/*.unit.test.ts'],
          // `npm run sync` says which (dev/sync.ts); else the usual ones.
          provide: { syncSeeds: process.env['SYNC_SEEDS'] ?? '' },
          testTimeout: 20_000,
          hookTimeout: 20_000,
          deps: {
            // In one piece: importing them module by module takes 16 s in workerd.
            optimizer: {
              ssr: {
                enabled: true,
                rolldownOptions: { external: [/^(node|cloudflare):/] },
                include: [
                  '@better-auth/drizzle-adapter',
                  'better-auth/api',
                  'better-auth/minimal',
                  'better-auth/plugins/email-otp',
                ],
              },
            },
          },
        },
      },
      againstWorkerd({
        name: 'api',
        include: ['tests/{api,compat}/**/*.test.ts'],
        maxWorkers: workersMax,
      }),
      againstWorkerd({
        name: 'faults',
        include: ['tests/{faults,dev}/**/*.test.ts'],
        // What is killed and timed measures nothing beside another.
        maxWorkers: 1,
      }),
    ],
  },
});

/** Each of its files starts workerds of its own. */
function againstWorkerd(own: Pick<ProjectConfig, 'name' | 'include' | 'maxWorkers'>): {
  test: ProjectConfig;
} {
  return {
    test: {
      ...own,
      retry: secondTry,
      environment: 'node',
      exclude: everywhere,
      globalSetup: ['tests/support/build-worker.ts'],
      pool: 'forks',
      testTimeout: minuteMs,
      hookTimeout: minuteMs,
    },
  };
}
