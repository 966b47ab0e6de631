import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstLoadOf } from './support/first-load.ts';
import { expect, test } from './support/fixtures.ts';
import { clientFolder } from './support/house-of-tests.ts';
import { composer } from './support/parts.ts';

const kilobyte = 1_000;
const bytesOf = (paths: readonly string[]): number =>
  paths.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(clientFolder(), path)), { level: 9 }).length,
    0,
  );

test('the room starts with at most 130 kB of scripts and 15 kB of styles, and draws with 170 kB in all', async ({
  room,
  look,
}) => {
  const loaded: string[] = [];
  const page = await look(room.owner, room.general, {
    prepare: async (context) => {
      context.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (/\.(js|css)$/.test(pathname)) loaded.push(pathname);
      });
      // What is fetched when the page is idle is none of it: held, as on a machine that is busy.
      await context.addInitScript(() => {
        globalThis.requestIdleCallback = () => 0;
      });
    },
  });
  await expect(composer(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = loaded.filter((path) => path.startsWith('/assets/') && path.endsWith('.js'));
  const styles = loaded.filter((path) => path.endsWith('.css'));
  const first = firstLoadOf(clientFolder());
  for (const file of first.scripts) expect(scripts).toContain(`/${file}`);
  expect(first.scriptBytes).toBeGreaterThan(50 * kilobyte);
  expect(first.scriptBytes).toBeLessThanOrEqual(130 * kilobyte);
  // Pieces that the room asks for while it is drawn, and is usable without.
  expect(bytesOf([...new Set(scripts)])).toBeLessThanOrEqual(170 * kilobyte);
  expect(styles).toHaveLength(1);
  expect(first.styleBytes).toBeLessThanOrEqual(15 * kilobyte);
});
