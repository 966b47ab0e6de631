import type { Locator } from '@playwright/test';

/** How a list held out while it was scrolled, frame by frame, as each was painted. */
export interface Scrolled {
  readonly frames: number;
  /** Frames of which more than a hair’s breadth showed neither a row nor what says that rows are coming. */
  readonly blankFrames: number;
  /** By how many pixels a row ever stood elsewhere than the scrolling alone would have moved it. */
  readonly jumpMostPx: number;
  /** Which, when, and how many rows with it. */
  readonly jumps: readonly string[];
  /** The most that it ever went down in one frame, by whatever but a correction. */
  readonly downMostPx: number;
  readonly elementsMost: number;
  readonly frameMillis: readonly number[];
  /** Rows that were there before, and are no more: how far it went. */
  readonly rowsPassed: number;
  /** The words of the topmost row, at the end. */
  readonly top: string;
}

export interface Scrolling {
  /** With each frame; negative is up. None: somebody else scrolls, by wheel. */
  readonly stepPx?: number;
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
  const jumps: string[] = [];
  let [blankFrames, jumpMostPx, downMostPx, elementsMost] = [0, 0, 0, 0];
  let [correctedPx, from] = [0, list.scrollTop];
  const stopCounting = countCorrections();
  let before = tops();
  let paintedAt = performance.now();
  let frames = 0;
  for (; frames < framesMost && !isThere(); frames += 1) {
    await new Promise(requestAnimationFrame);
    let stepped: number | undefined;
    if (stepPx !== undefined) {
      const was = list.scrollTop;
      list.scrollBy({ top: stepPx, behavior: 'instant' });
      stepped = list.scrollTop - was;
      // As with a wheel: whoever listens hears of it in the frame that shows it.
      list.dispatchEvent(new Event('scroll'));
    }
    await painted();
    const now = performance.now();
    frameMillis.push(now - paintedAt);
    paintedAt = now;
    if (isTimed) continue;
    if (bare() > bareMostPx) blankFrames += 1;
    const after = tops();
    // What the page itself did to the place is no scrolling: it has to be unseen.
    const moved = stepped ?? list.scrollTop - from - correctedPx;
    [correctedPx, from] = [0, list.scrollTop];
    downMostPx = Math.max(downMostPx, moved);
    const jumped = [...after].flatMap(([key, top]) => {
      const was = before.get(key);
      return was === undefined ? [] : [top - (was - moved)];
    });
    const most = Math.max(0, ...jumped.map(Math.abs));
    if (most > 1) jumps.push(`frame ${frames}, scrolled by ${moved}: ${jumped.map(Math.round).join(' ')}`);
    jumpMostPx = Math.max(jumpMostPx, most);
    for (const key of before.keys()) passed.add(key);
    before = after;
    elementsMost = Math.max(elementsMost, document.querySelectorAll('*').length);
  }
  stopCounting();
  return {
    frames,
    blankFrames,
    jumpMostPx,
    jumps,
    downMostPx,
    elementsMost,
    frameMillis,
    rowsPassed: passed.size,
    top: words(rows()[0]),
  };

  /** By how much the page puts its own scrolling elsewhere, as opposed to whoever scrolls. */
  function countCorrections(): () => void {
    list.scrollTo = (...args: unknown[]) => {
      const was = list.scrollTop;
      Reflect.apply(Element.prototype.scrollTo, list, args);
      correctedPx += list.scrollTop - was;
    };
    return () => Reflect.deleteProperty(list, 'scrollTo');
  }
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
