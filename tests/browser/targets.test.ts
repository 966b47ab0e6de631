import type { Page } from '@playwright/test';
import { screens } from './screens.ts';
import { signsIn, viewers } from './screens/screen.ts';
import { raiseStage, stageOf } from './screens/stage.ts';
import { expect, test } from './support/fixtures.ts';
import { houseOfTests } from './support/house-of-tests.ts';
import { oncePerRun } from './support/once.ts';
import { signInByPassword } from './support/visitor.ts';

const leastPx = 44;

/**
 * Controls that a finger cannot hit: less than 44 px wide or high, with what belongs to them counted in (a label, an
 * area that reaches beyond what is seen). What stands in a line of a message is as high as that: the face beside it and
 * the message's menu do the same as its name and its time.
 */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const inText = (element: Element): boolean =>
      element.closest('[data-row] p') !== null ||
      (['inline', 'inline-block'].includes(getComputedStyle(element).display) &&
        element.closest('p, [data-row], li, dd') !== null);
    const reach = (element: Element): { width: number; height: number } => {
      const boxes = [element.getBoundingClientRect()];
      if (element instanceof HTMLInputElement)
        for (const label of element.labels ?? []) boxes.push(label.getBoundingClientRect());
      let [width, height] = [0, 0];
      for (const box of boxes) [width, height] = [Math.max(width, box.width), Math.max(height, box.height)];
      for (const pseudo of ['::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        if (style.content === 'none' || style.position !== 'absolute') continue;
        [width, height] = [
          Math.max(width, Number.parseFloat(style.width) || 0),
          Math.max(height, Number.parseFloat(style.height) || 0),
        ];
      }
      return { width: Math.round(width), height: Math.round(height) };
    };
    const top =
      [...document.querySelectorAll('dialog[open], [popover]:popover-open')].at(-1) ?? document.body;
    return [...top.querySelectorAll('a[href], button, input, select, textarea, [role="menuitem"], summary')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((element) => element.getBoundingClientRect().bottom > 0)
      .filter((element) => !element.closest('[inert]') && !element.matches(':disabled') && !inText(element))
      .map((element) => ({ element, ...reach(element) }))
      .filter(({ width, height }) => width > 1 && height > 1 && Math.min(width, height) < least)
      .map(({ element, width, height }) => {
        const { labels = null } = element instanceof HTMLInputElement ? element : {};
        const name =
          element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent.trim();
        return `${element.localName} “${name.slice(0, 30)}” ${width} × ${height}`;
      });
  }, leastPx);

/** What is made alike at every width is looked at where there is room for all of it. */
const windows = [
  { name: 'a phone', viewport: { width: 390, height: 844 }, isMobile: true, isSame: false },
  { name: 'a tablet', viewport: { width: 1280, height: 800 }, isMobile: false, isSame: true },
] as const;
for (const { name, viewport, isMobile, isSame } of windows) {
  test(`72 whatever a finger presses is 44 px wide and high, on every screen of ${name}`, async ({
    stranger,
  }) => {
    test.setTimeout(300_000);
    const stage = stageOf(await oncePerRun('stage', () => raiseStage(houseOfTests())));
    for (const as of viewers) {
      const { context, page: first } = await stranger({
        viewport,
        isMobile,
        hasTouch: true,
        reducedMotion: 'reduce',
      });
      let page = first;
      const person = signsIn(as, stage);
      if (person !== undefined) await signInByPassword(context, stage.url, person);
      for (const screen of screens) {
        if (screen.as !== as || (screen.isSameOnPhone === true) !== isSame) continue;
        if (screen.only === (isMobile ? 'wide' : 'phone') || screen.isOn?.(stage) === false) continue;
        if (screen.isLast) page = await context.newPage();
        await screen.show(page, stage);
        await expect(page.locator('main, [role="dialog"], dialog').first()).toBeVisible();
        expect.soft(await smallTargets(page), screen.name).toEqual([]);
      }
    }
  });
}
