import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  root,
  plugins: [cloudflareTest({ wrangler: { configPath: `${root}durable-objects/test-worker/wrangler.toml` } })],
  test: {
    include: [
      'platform/**/*.test.ts',
      'durable-objects/{store,counter}/**/*.test.ts',
      'protocol/tokens.test.ts',
      'db/**/*.test.ts',
    ],
    deps: {
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
});
