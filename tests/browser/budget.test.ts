import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './support/fixtures.ts';
import { clientFolder } from './support/house-of-tests.ts';
import { composer } from './support/parts.ts';

const kilobyte = 1_000;
const sizeOf = (path: string): number =>
  gzipSync(readFileSync(join(clientFolder(), path)), { level: 9 }).length;

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
  const manifest = JSON.parse(readFileSync(join(clientFolder(), '.vite/manifest.json'), 'utf8')) as Manifest;
  const needed = closure(manifest, ['index.html', 'app/workspace-page.tsx']);
  for (const file of needed) expect(scripts).toContain(`/${file}`);
  const bytes = needed.reduce((sum, file) => sum + sizeOf(file), 0);
  expect(bytes).toBeGreaterThan(50 * kilobyte);
  expect(bytes).toBeLessThanOrEqual(130 * kilobyte);
  expect(styles).toHaveLength(1);
  expect(styles.reduce((sum, path) => sum + sizeOf(path), 0)).toBeLessThanOrEqual(15 * kilobyte);
});

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

/** What must be there before these run. */
function closure(manifest: Manifest, entries: readonly string[]): string[] {
  const names = new Set(entries);
  for (const name of names) for (const other of manifest[name]?.imports ?? []) names.add(other);
  return [...names].flatMap((name) => manifest[name]?.file ?? []);
}
