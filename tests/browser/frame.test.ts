import { expect, test } from './support/fixtures.ts';
import { composer } from './support/parts.ts';

test('before the scripts have come the frame of the page is painted, and none of it is left behind', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, '/sign-in');
  const frame = page.locator('.frame');
  await expect(frame).toBeHidden();
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(room.path(room.general), { waitUntil: 'commit' });
  await expect(frame).toBeVisible();
  await expect(frame).toHaveCSS('border-inline-start', '248px solid rgb(16, 18, 20)');
  await expect(frame).toHaveAttribute('aria-hidden', 'true');
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length))
    .toBe(1);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(frame).toHaveCSS('border-inline-start-width', '0px');
  held.resolve();
  await expect(composer(page)).toBeVisible();
  await expect(frame).toBeHidden();
});
