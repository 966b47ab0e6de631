import type { Locator } from '@playwright/test';

/** How a list held out while it was scrolled, frame by frame, as each was painted. */
export interface Scrolled {
  readonly frames: number;
  /** Frames of which more than a hair’s breadth showed neither a row nor what says that rows are coming. */
  readonly blankFrames: number;
  /** By how many pixels a row ever stood elsewhere than the scrolling alone would have moved it. */
  readonly jumpMostPx: number;
  readonly elementsMost: number;
  readonly frameMillis: readonly number[];
  /** Rows that were there before, and are no more: how far it went. */
  readonly rowsPassed: number;
  /** The words of the topmost row, at the end. */
  readonly top: string;
}

export interface Scrolling {
  /** With each frame; negative is up. */
  readonly stepPx: number;
  readonly framesMost: number;
  /** Ends where a row of this line is in the page. */
  readonly untilLine?: number;
  /** Only frames are timed: looking at every row takes time, too. */
  readonly isTimed?: boolean;
}

export const scroll = (list: Locator, scrolling: Scrolling): Promise<Scrolled> =>
  list.evaluate(scrollInPage, scrolling);

/** In the page, so that nothing lies between a frame and its measure. */
async function scrollInPage(
  list: HTMLElement | SVGElement,
  { stepPx, framesMost, untilLine, isTimed = false }: Scrolling,
): Promise<Scrolled> {
  /** Below the last row there is some room. */
  const bareMostPx = 24;
  const frameMillis: number[] = [];
  const passed = new Set<string>();
  let [blankFrames, jumpMostPx, elementsMost] = [0, 0, 0];
  let before = tops();
  let paintedAt = performance.now();
  let frames = 0;
  for (; frames < framesMost && !isThere(); frames += 1) {
    await new Promise(requestAnimationFrame);
    const from = list.scrollTop;
    list.scrollBy({ top: stepPx, behavior: 'instant' });
    const moved = list.scrollTop - from;
    // As with a wheel: whoever listens hears of it in the frame that shows it.
    list.dispatchEvent(new Event('scroll'));
    await painted();
    const now = performance.now();
    frameMillis.push(now - paintedAt);
    paintedAt = now;
    if (isTimed) continue;
    if (bare() > bareMostPx) blankFrames += 1;
    const after = tops();
    for (const [key, top] of after) {
      const was = before.get(key);
      if (was !== undefined) jumpMostPx = Math.max(jumpMostPx, Math.abs(top - (was - moved)));
    }
    for (const key of before.keys()) passed.add(key);
    before = after;
    elementsMost = Math.max(elementsMost, document.querySelectorAll('*').length);
  }
  return {
    frames,
    blankFrames,
    jumpMostPx,
    elementsMost,
    frameMillis,
    rowsPassed: passed.size,
    top: words(rows()[0]),
  };

  function rows(): HTMLElement[] {
    return [...list.querySelectorAll<HTMLElement>('[data-index]')];
  }
  function words(row: Element | undefined): string {
    return (
      [...(row?.querySelectorAll('p') ?? [])]
        .map(({ textContent }) => textContent)
        .find((text) => text.startsWith('line ')) ?? ''
    );
  }
  function isThere(): boolean {
    return untilLine !== undefined && rows().some((row) => words(row).startsWith(`line ${untilLine} `));
  }
  /** Messages by key, and where they stand. What is estimated and outside of the view may move. */
  function tops(): Map<string, number> {
    const { top, bottom } = list.getBoundingClientRect();
    const seen = [...list.querySelectorAll<HTMLElement>('[data-row]')]
      .map((row) => [row.dataset['row'] ?? '', row.getBoundingClientRect()] as const)
      .filter(([, place]) => place.bottom > top && place.top < bottom);
    return new Map(seen.map(([key, place]) => [key, place.top]));
  }
  /** Pixels of the view that show nothing. */
  function bare(): number {
    const { top, bottom } = list.getBoundingClientRect();
    const shown = [...rows(), ...list.querySelectorAll('[aria-hidden="true"]:has(> span)')]
      .map((element) => element.getBoundingClientRect())
      .map((place) => [Math.max(top, place.top), Math.min(bottom, place.bottom)] as const)
      .filter(([from, to]) => to > from)
      .toSorted(([one], [other]) => one - other);
    let [covered, end] = [0, top];
    for (const [from, to] of shown) {
      covered += Math.max(0, to - Math.max(end, from));
      end = Math.max(end, to);
    }
    return bottom - top - covered;
  }
  /** The first moment after what was drawn in this frame. */
  function painted(): Promise<void> {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  }
}
