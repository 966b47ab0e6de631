import type { Page } from '@playwright/test';

/** What sticks out at a side, unless it lies in something that scrolls by itself, as a wide table may. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const isWithin = (element: Element): boolean => {
      const scroller = element.closest('[class]:has(> table), pre');
      return scroller !== null && scroller.scrollWidth > scroller.clientWidth;
    };
    const out = [...document.querySelectorAll('a, button, input, textarea, select, h1, h2, p')]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        const isSeen = width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
        return isSeen && (left < -1 || right > innerWidth + 1) && !isWithin(element);
      })
      .map((element) => `${element.localName}: ${element.textContent.slice(0, 40)}`);
    return scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth} px`, ...out] : out;
  });
