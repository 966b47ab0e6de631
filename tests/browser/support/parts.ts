import type { Locator, Page } from '@playwright/test';

/** The parts of the room, found as a person or a screen reader finds them: by role and name. */
export const log = (page: Page): Locator => page.getByRole('log', { name: /^Messages in / });
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Message / });
export const navigation = (page: Page): Locator => page.getByRole('navigation', { name: 'Workspace' });
export const channelLink = (page: Page, name: string): Locator =>
  navigation(page).getByRole('link', { name: new RegExp(`^${name}\\b`) });
export const switcher = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Jump to a channel or person' });

/** A message that the server has, by its words: those with more than the words do not count. */
export const message = (scope: Page | Locator, text: string): Locator =>
  scope
    .getByRole('article')
    .and(pageOf(scope).locator(':not([data-pending])'))
    .filter({ has: pageOf(scope).getByText(text, { exact: true }) });
const pageOf = (scope: Page | Locator): Page => ('goto' in scope ? scope : scope.page());

/** Where the list stands: what must not jump. */
export const scrollTop = (list: Locator): Promise<number> => list.evaluate((element) => element.scrollTop);
/** Pixels below the lower edge: 0 at the end. */
export const belowEdge = (list: Locator): Promise<number> =>
  list.evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
/** Where a message is seen, in pixels from the window's upper edge. */
export const topOf = (row: Locator): Promise<number> =>
  row.evaluate((element) => element.getBoundingClientRect().top);

/** Two frames: what was asked for is drawn, and what drawing it set off, too. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );

/** Scrolls step by step, as a wheel does, until this is in the page. */
export async function scrollTo(list: Locator, target: Locator, step: number): Promise<void> {
  for (let steps = 0; steps < 400; steps += 1) {
    if (await target.isVisible()) {
      await target.scrollIntoViewIfNeeded();
      return;
    }
    await list.evaluate((element, by) => element.scrollBy(0, by), step);
    await drawn(list.page());
  }
  throw new Error('scrolled for long, and it did not come');
}

/** Follows a row from frame to frame; `seen` answers at which heights it stood. */
export async function trackTop(row: Locator): Promise<{ seen: () => Promise<number[]> }> {
  const handle = await row.evaluateHandle((element) => {
    const tops = new Set<number>();
    const look = (): void => {
      // A row that left the page stands nowhere.
      tops.add(element.isConnected ? Math.round(element.getBoundingClientRect().top) : Number.NaN);
      requestAnimationFrame(look);
    };
    look();
    return tops;
  });
  return { seen: () => handle.evaluate((tops) => [...tops]) };
}

/** Holds back the answers of a method until it is told to let them go. */
export async function hold(
  page: Page,
  method: string,
): Promise<{ asked: Promise<void>; release: () => void }> {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route(`**/api/${method}`, async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  return { asked: asked.promise, release: () => released.resolve() };
}
