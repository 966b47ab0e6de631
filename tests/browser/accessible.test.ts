import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { fill } from '../../dev/demo/fill.ts';
import type { Demo } from '../../dev/demo/fill.ts';
import { ask } from '../../dev/client.ts';
import { screens } from './screens.ts';
import type { Stage } from './screens.ts';
import { expect, test } from './support/fixtures.ts';
import { houseOfTests } from './support/house-of-tests.ts';
import { signInByPassword } from './support/visitor.ts';

test.describe('a filled workspace', () => {
  let demo: Demo;
  let stage: Stage;
  test.beforeAll(async () => {
    demo = await fill(houseOfTests(), 'Skerry');
    const { url, workspace, users } = demo;
    const { channels } = await ask(url, 'conversations.list', users[0]?.token, { limit: 200 });
    stage = {
      url,
      room: `${url}/w/${workspace.id}`,
      channels: new Map(channels.map(({ id, name }) => [name ?? '', id])),
    };
  });

  // Colours are the theme's alone, structure the width's.
  for (const { name, colorScheme, width, height, rules } of [
    { name: 'light', colorScheme: 'light', width: 1280, height: 800, rules: [] },
    { name: 'dark', colorScheme: 'dark', width: 1280, height: 800, rules: ['color-contrast'] },
    { name: 'on a phone', colorScheme: 'light', width: 390, height: 844, rules: [] },
  ] as const) {
    test(`66 axe finds nothing on any screen, ${name}`, async ({ stranger }) => {
      test.setTimeout(240_000);
      for (const signedIn of [false, true]) {
        const { context, page } = await stranger({ colorScheme, viewport: { width, height } });
        const [owner] = demo.users;
        if (signedIn && owner !== undefined) await signInByPassword(context, demo.url, owner);
        for (const screen of screens.filter((one) => one.signedIn === signedIn)) {
          await screen.show(page, stage);
          await expect(page.locator('main, [role="dialog"], dialog').first()).toBeVisible();
          // What lies behind a dialog may come after it.
          await expect(page.locator('h1').first()).toBeAttached();
          expect.soft(await faults(page, rules), screen.name).toEqual([]);
        }
      }
    });
  }
});

/** Injected by the debugger, which the page's policy does not bind. */
async function faults(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const options = only.length === 0 ? {} : { runOnly: [...only] };
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rules);
}
