import type { Locator } from '@playwright/test';
import { readToken, nameOf } from './words.ts';

/** A message as it is shown or stored, in one line: its token, its reactions, how many replied. */
export type Shown = string;

export const shownOf = (
  text: string,
  reactions: readonly { readonly name: string; readonly count: number }[],
  replies: number,
): Shown | undefined => {
  const token = readToken(text);
  if (token === undefined) return undefined;
  const chips = reactions.map(({ name, count }) => ` ${name.replaceAll('_', ' ')} ${count}`).join('');
  return `${nameOf(token)}${chips}${replies === 0 ? '' : ` +${replies}`}`;
};

export interface Reading {
  /** Oldest first. */
  readonly rows: readonly Shown[];
  readonly reachesBeginning: boolean;
  /** What no timeline may be, seen on the way. */
  readonly faults: readonly string[];
}

interface Seen {
  readonly key: string;
  readonly text: string;
  readonly reactions: { name: string; count: number }[];
  readonly replies: number;
}

const stepPx = 350;

/** Reads a list from its end up, as a person would, until it has so many rows or there are no more. */
export async function readTimeline(list: Locator, most: number): Promise<Reading> {
  const order: Seen[] = [];
  const faults: string[] = [];
  let reachesBeginning = false;
  for (let steps = 0; steps < 2_000 && order.length < most && !reachesBeginning; steps += 1) {
    const rows = await list.evaluate(lookAtRows);
    merge(order, rows, faults);
    reachesBeginning = await list.evaluate(scrollUp, stepPx);
    if (reachesBeginning) merge(order, await list.evaluate(lookAtRows), faults);
  }
  const shown = order.map(({ text, reactions, replies }) => shownOf(text, reactions, replies));
  return { rows: shown.filter((row) => row !== undefined), reachesBeginning, faults };
}

/** `rows` overlap with what is known at its beginning, and go on above it. */
function merge(order: Seen[], rows: readonly Seen[], faults: string[]): void {
  const keys = rows.map(({ key }) => key);
  if (new Set(keys).size < keys.length) faults.push(`shown twice at once: ${keys.join(' ')}`);
  const first = order[0];
  if (first === undefined) {
    order.push(...rows);
    return;
  }
  const at = keys.indexOf(first.key);
  if (at === -1) {
    faults.push(`rows that do not join what was above: ${keys.join(' ')}`);
    return;
  }
  const overlap = rows.slice(at).map(({ key }) => key);
  const known = order.slice(0, overlap.length).map(({ key }) => key);
  if (overlap.join(' ') !== known.join(' ')) faults.push(`another order: ${overlap.join(' ')}`);
  const above = rows.slice(0, at);
  const doubled = above.filter(({ key }) => order.some((row) => row.key === key));
  if (doubled.length > 0) faults.push(`shown again further up: ${doubled.map(({ key }) => key).join(' ')}`);
  order.unshift(...above);
}

/** In the page. */
function lookAtRows(list: HTMLElement | SVGElement): Seen[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
    key: row.dataset['row'] ?? '',
    // While it is being edited its words are in a field.
    text:
      [...row.querySelectorAll('p')]
        .map(({ textContent }) => textContent)
        .find((text) => /^[ab]-\d/.test(text)) ??
      row.querySelector('textarea')?.value ??
      '',
    reactions: [...row.querySelectorAll('button[aria-pressed]')].flatMap((chip) => {
      const [, name = '', count = ''] = /^(.*), (\d+)$/.exec(chip.getAttribute('aria-label') ?? '') ?? [];
      return name === '' ? [] : [{ name, count: Number(count) }];
    }),
    replies: Number(/^(\d+) repl/.exec(row.querySelector('a b')?.textContent ?? '')?.[1] ?? 0),
  }));
}

/** In the page. Answers whether this is the beginning: nothing above, and none on its way. */
async function scrollUp(list: HTMLElement | SVGElement, step: number): Promise<boolean> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  // What says that there are older ones stands above the rows.
  const isAtBeginning = (): boolean =>
    list.scrollTop <= 0 &&
    list.querySelector('[data-index="0"]') !== null &&
    list.firstElementChild?.firstElementChild?.getAttribute('aria-hidden') !== 'true';
  const before = list.scrollTop;
  list.scrollBy(0, -step);
  const waitMost = 600;
  for (let frames = 0; frames < waitMost; frames += 1) {
    await frame();
    if (isAtBeginning() || list.scrollTop > 0 || before > step) break;
  }
  await frame();
  return isAtBeginning();
}
