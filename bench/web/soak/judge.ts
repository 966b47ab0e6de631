import { setTimeout as wait } from 'node:timers/promises';
import type { Locator } from '@playwright/test';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { belowEdge, channelLink, composer, log } from '../../../tests/browser/support/parts.ts';
import type { Place } from '../../../tests/browser/support/room.ts';
import { compare, idOf, isSame } from './compare.ts';
import type { Difference } from './compare.ts';
import { goToLatest, thread } from './moves.ts';
import type { Person } from './person.ts';
import { readTimeline } from './read-timeline.ts';
import type { Reading, Shown } from './read-timeline.ts';
import { numbersOf, repliesIn, storedIn } from './stored.ts';

export interface Faults {
  readonly missing: string[];
  readonly doubled: string[];
  readonly misplaced: string[];
  readonly others: string[];
}
export const noFaults = (): Faults => ({ missing: [], doubled: [], misplaced: [], others: [] });

/** What was written has to be stored and what is stored to be shown within that long. */
const patienceMs = 30_000;

/** Nothing is on its way any more: each message is stored once, in the order in which its writer wrote it. */
export async function judgeStored(people: readonly Person[], faults: Faults): Promise<void> {
  const [{ room, places } = { room: undefined, places: [] }] = people;
  if (room === undefined) return;
  const until = Date.now() + patienceMs;
  for (;;) {
    const rows: Shown[] = [];
    const inOrder: string[] = [];
    for (const { id, name } of places) {
      const { rows: channel, threads } = await storedIn(room, id);
      const replies = await Promise.all(threads.map((ts) => repliesIn(room, id, ts)));
      rows.push(...channel, ...replies.flat());
      for (const { letter } of people)
        for (const list of [channel, ...replies])
          if (!isRising(numbersOf(list, letter))) inOrder.push(`${letter} in ${name}`);
    }
    const missing = people.flatMap(({ letter, written, removed }) => {
      const stored = new Set(numbersOf(rows, letter));
      return [...written]
        .filter((number) => !stored.has(number) && !removed.has(number))
        .map((number) => `${letter}-${number}`);
    });
    if (missing.length > 0 && Date.now() < until) {
      await wait(500);
      continue;
    }
    faults.missing.push(...missing.map((id) => `${id} is not stored`));
    faults.misplaced.push(...inOrder.map((where) => `stored in another order than written: ${where}`));
    for (const { letter } of people) {
      const numbers = numbersOf(rows, letter);
      const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
      faults.doubled.push(...twice.map((number) => `${letter}-${number} is stored twice`));
    }
    return;
  }
}

/** A channel as this browser shows it, from its end: as far as it was told live, or all of it. */
export async function judgeChannel(
  person: Person,
  place: Place,
  most: number,
  faults: Faults,
): Promise<number> {
  const { page, letter, room } = person;
  await channelLink(page, place.name).click();
  await composer(page)
    .and(page.getByRole('textbox', { name: new RegExp(place.name) }))
    .waitFor({ timeout: patienceMs });
  await log(page).waitFor({ timeout: patienceMs });
  return judge(`${letter} in ${place.name}`, faults, async () => {
    const { rows } = await storedIn(room, place.id);
    await goToLatest(person);
    return [rows, await readFromEnd(log(page), most)];
  });
}

export async function judgeThread(
  person: Person,
  { id, name }: Place,
  ts: Timestamp,
  faults: Faults,
): Promise<number> {
  const { page, letter, room } = person;
  await page.evaluate(
    (path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    room.path(id, `/t/${ts}`),
  );
  const list = thread(person).getByRole('log');
  await list.waitFor({ timeout: patienceMs });
  const count = await judge(`${letter} in a thread of ${name}`, faults, async () => {
    const stored = await repliesIn(room, id, ts);
    const { rows, ...reading } = await readFromEnd(list, Infinity);
    const ids = new Set(stored.map(idOf));
    // The parent stands above them, and is none of them.
    const replies = rows.filter((row, index) => index > 0 || ids.has(idOf(row)));
    return [stored, { ...reading, rows: replies, reachesBeginning: true }];
  });
  await person.tidy();
  return count;
}

/** Reads until both agree; where they do not in time, the difference is a fault. Answers how many rows were compared. */
async function judge(
  where: string,
  faults: Faults,
  read: () => Promise<[readonly Shown[], Reading]>,
): Promise<number> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const [stored, reading] = await read();
    const difference = compare(stored, reading);
    if ((isSame(difference) && reading.faults.length === 0) || Date.now() > until) {
      note(where, difference, reading, faults);
      return reading.rows.length;
    }
    await wait(500);
  }
}

function note(where: string, difference: Difference, reading: Reading, faults: Faults): void {
  const at = (what: string) => (id: string) => `${what} for ${where}: ${id}`;
  faults.missing.push(...difference.missing.map(at('missing')));
  faults.doubled.push(...difference.doubled.map(at('doubled')));
  faults.misplaced.push(...difference.misplaced.map(at('out of order')));
  faults.others.push(...difference.unknown.map(at('not stored')));
  faults.others.push(...difference.stale.map(at('not as stored')), ...reading.faults.map(at('fault')));
}

async function readFromEnd(list: Locator, most: number): Promise<Reading> {
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  for (let tries = 0; tries < 40 && (await belowEdge(list)) > 1; tries += 1) {
    await wait(50);
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  }
  return readTimeline(list, most);
}

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
