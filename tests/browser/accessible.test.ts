import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { screens } from './screens.ts';
import { signsIn, viewers } from './screens/screen.ts';
import type { Screen } from './screens/screen.ts';
import { raiseStage, stageOf } from './screens/stage.ts';
import type { Stage } from './screens/stage.ts';
import { expect, test } from './support/fixtures.ts';
import { houseOfTests } from './support/house-of-tests.ts';
import { oncePerRun } from './support/once.ts';
import { signInByPassword } from './support/visitor.ts';

test.describe('a filled workspace', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    stage = stageOf(await oncePerRun('stage', () => raiseStage(houseOfTests())));
  });

  /** Colours are the theme's, structure the width's: each is looked at once, and colours in both themes. */
  const wide = { on: 'wide', width: 1280, height: 800, themes: ['light', 'dark'] } as const;
  const walks = [
    { ...wide, name: 'wide, one half', half: 0 },
    { ...wide, name: 'wide, the other', half: 1 },
    { name: 'on a phone', on: 'phone', width: 390, height: 844, themes: [], half: undefined },
  ] as const;
  for (const { name, on, width, height, themes, half } of walks) {
    test(`66 axe finds nothing on any screen, ${name}`, async ({ stranger }) => {
      test.setTimeout(300_000);
      for (const as of viewers) {
        const { context, page: first } = await stranger({
          viewport: { width, height },
          reducedMotion: 'reduce',
        });
        let page = first;
        const person = signsIn(as, stage);
        if (person !== undefined) await signInByPassword(context, stage.url, person);
        for (const [index, screen] of screens.entries()) {
          if (screen.as !== as || !isOn(screen, on, stage)) continue;
          if (half !== undefined && index % 2 !== half) continue;
          if (screen.isLast) page = await context.newPage();
          await screen.show(page, stage);
          await expect(page.locator('main, [role="dialog"], dialog').first()).toBeVisible();
          // What lies behind a dialog may come after it.
          await expect(page.locator('h1').first()).toBeAttached();
          expect.soft(await structureFaults(page), screen.name).toEqual([]);
          // What a phone alone has, no wide window has shown.
          for (const theme of screen.only === 'phone' ? (['light', 'dark'] as const) : themes) {
            await page.emulateMedia({ colorScheme: theme });
            expect.soft(await colourFaults(page), `${screen.name}, ${theme}`).toEqual([]);
          }
        }
      }
    });
  }
});

const isOn = (
  { only, isSameOnPhone, isOn = () => true }: Screen,
  on: 'wide' | 'phone',
  stage: Stage,
): boolean =>
  isOn(stage) && (only === undefined || only === on) && !(isSameOnPhone === true && on === 'phone');

const colours = 'color-contrast';
const structureFaults = (page: Page): Promise<string[]> =>
  faults(page, { rules: { [colours]: { enabled: false } } });
const colourFaults = (page: Page): Promise<string[]> => faults(page, { runOnly: [colours] });

/** Injected by the debugger, which the page's policy does not bind. */
async function faults(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async (asked) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, asked);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    // Nothing is in a frame, and no stylesheet is of another origin.
    { ...options, resultTypes: ['violations'], preload: false, iframes: false } satisfies axe.RunOptions,
  );
}
