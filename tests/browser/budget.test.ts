import { firstLoadOf } from './support/first-load.ts';
import { expect, test } from './support/fixtures.ts';
import { clientFolder } from './support/house-of-tests.ts';
import { composer } from './support/parts.ts';

const kilobyte = 1_000;

test('the room starts with at most 130 kB of scripts and 15 kB of styles', async ({ room, look }) => {
  const loaded: string[] = [];
  // What the page asks for before it shows the room: what is fetched when it is idle comes afterwards.
  let isShown = false;
  const page = await look(room.owner, room.general, {
    prepare: async (context) => {
      context.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (!isShown && /\.(js|css)$/.test(pathname)) loaded.push(pathname);
      });
      // Held until the room is there, as on a machine that is busy.
      await context.addInitScript(() => {
        globalThis.requestIdleCallback = () => 0;
      });
    },
  });
  await expect(composer(page)).toBeVisible();
  isShown = true;
  const scripts = loaded.filter((path) => path.endsWith('.js'));
  const styles = loaded.filter((path) => path.endsWith('.css'));
  const first = firstLoadOf(clientFolder());
  for (const file of first.scripts) expect(scripts).toContain(`/${file}`);
  expect(first.scriptBytes).toBeGreaterThan(50 * kilobyte);
  expect(first.scriptBytes).toBeLessThanOrEqual(130 * kilobyte);
  expect(styles).toHaveLength(1);
  expect(first.styleBytes).toBeLessThanOrEqual(15 * kilobyte);
});
