import type { BrowserContext, Page } from '@playwright/test';

/** Clocks of a page: all times are its own, from the event to the moment after the frame that shows it. */
export interface PageClock {
  /** When the last key went down. */
  keyMs: number;
  pressMs: number;
  /** From each key to its frame, while `isTyping`. */
  isTyping: boolean;
  keyMillis: number[];
  /** When frames of a socket came, before anybody heard of them. */
  readonly received: { readonly ms: number; readonly text: string }[];
  /** When there was first something to read and a field to write in. */
  usableMs: number | undefined;
  /** After the first frame in which this holds. */
  when(isThere: () => boolean): Promise<number>;
}
declare global {
  var pageClock: PageClock;
}

export const installClock = (context: BrowserContext): Promise<unknown> => context.addInitScript(inPage);

function inPage(): void {
  const afterFrame = (run: (ms: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => run(performance.now());
      port2.postMessage(null);
    });
  };
  const clock: PageClock = {
    keyMs: 0,
    pressMs: 0,
    isTyping: false,
    keyMillis: [],
    received: [],
    usableMs: undefined,
    when: (isThere) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (isThere()) afterFrame(resolve);
          else requestAnimationFrame(look);
        };
        look();
      }),
  };
  globalThis.pageClock = clock;
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      clock.keyMs = timeStamp;
      // A page that goes on to another one keeps it.
      if (key === 'Enter') sessionStorage.setItem('enter', String(performance.timeOrigin + timeStamp));
      if (clock.isTyping) afterFrame((ms) => clock.keyMillis.push(ms - timeStamp));
    },
    true,
  );
  addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      clock.pressMs = timeStamp;
    },
    true,
  );
  const Plain = globalThis.WebSocket;
  globalThis.WebSocket = class extends Plain {
    constructor(...args: ConstructorParameters<typeof Plain>) {
      super(...args);
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') clock.received.push({ ms: performance.now(), text: data });
      });
    }
  };
  void clock
    .when(
      () =>
        document.querySelector('[role="log"] article') !== null &&
        document.querySelector('main textarea') !== null,
    )
    .then((ms) => {
      clock.usableMs = ms;
    });
}

/** When a message with these words was seen. To be called before what brings it. */
export const whenShown = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (words) =>
      globalThis.pageClock.when(() =>
        [...document.querySelectorAll('[role="log"] article p')].some(({ textContent }) =>
          textContent.startsWith(words),
        ),
      ),
    text,
  );

/** From the last Enter, be it on a page before, until it was usable. */
export async function usableSinceEnter(page: Page): Promise<number> {
  await page.waitForFunction(() => globalThis.pageClock.usableMs !== undefined);
  return page.evaluate(
    () =>
      performance.timeOrigin +
      (globalThis.pageClock.usableMs ?? Number.NaN) -
      Number(sessionStorage.getItem('enter')),
  );
}

export const keyMs = (page: Page): Promise<number> => page.evaluate(() => globalThis.pageClock.keyMs);
export const pressMs = (page: Page): Promise<number> => page.evaluate(() => globalThis.pageClock.pressMs);
export const receivedMs = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (words) => globalThis.pageClock.received.find((frame) => frame.text.includes(words))?.ms ?? Number.NaN,
    text,
  );

/** Since the navigation: when it was usable, and what the browser says of its first paint. */
export async function openingOf(page: Page): Promise<{ usableMs: number; firstPaintMs: number }> {
  await page.waitForFunction(() => globalThis.pageClock.usableMs !== undefined);
  return page.evaluate(() => ({
    usableMs: globalThis.pageClock.usableMs ?? Number.NaN,
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
}
