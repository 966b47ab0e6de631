import { growthOf } from '../../measure/growth.ts';
import { number, tabulate } from '../../report.ts';
import type { Faults } from './judge.ts';
import type { Footprint } from '../../../tests/browser/support/footprint.ts';
import { moves } from './moves.ts';
import type { MoveName } from './moves.ts';
import type { Person } from './person.ts';

export interface Sample extends Footprint {
  readonly messages: number;
}
export interface Subject {
  readonly person: Person;
  readonly samples: Sample[];
  /** Rows that were held against what is stored. */
  compared: number;
}

/** A tab that is open all day in a busy workspace. By then it may hold what the budget allows, and has to stop there. */
const dayOfMessages = 20_000;
const heapMostBytes = 60_000_000;
const elementsMost = 3_000;
/** Nodes that a message leaves behind for good: a row has twenty, so one that is kept shows. */
const nodesPerMessageMost = 1;

interface Verdict {
  readonly what: string;
  readonly cells: readonly string[];
  readonly rule: string;
  readonly isMet: boolean | undefined;
}

export function report(subjects: readonly Subject[], faults: Faults): string {
  const letters = subjects.map(({ person }) => `browser ${person.letter}`);
  const verdicts = verdictsOf(subjects, faults);
  const table = tabulate(
    ['what', ...letters, 'rule', ''],
    verdicts.map(({ what, cells, rule, isMet }) => [
      what,
      ...cells,
      rule,
      isMet === undefined ? '' : isMet ? 'met' : 'MISSED',
    ]),
  );
  const named = Object.values(faults).flatMap((list: string[]) => list.slice(0, 20));
  return [table, ...named].join('\n');
}

export const isSound = (subjects: readonly Subject[], faults: Faults): boolean =>
  verdictsOf(subjects, faults).every(({ isMet }) => isMet !== false);

function verdictsOf(subjects: readonly Subject[], faults: Faults): Verdict[] {
  const of = (what: string, read: (subject: Subject) => string, rule = '', isMet?: boolean): Verdict => ({
    what,
    cells: subjects.map(read),
    rule,
    isMet,
  });
  const count = (what: string, list: readonly string[]): Verdict => ({
    what,
    cells: subjects.map(({ person }) => String(list.filter((fault) => isOf(fault, person.letter)).length)),
    rule: '0',
    isMet: list.length === 0,
  });
  const heaps = subjects.map(({ samples }) =>
    growthOf(samples.map(({ messages, heapBytes }) => ({ messages, value: heapBytes }))),
  );
  const nodes = subjects.map(({ samples }) =>
    growthOf(samples.map((sample) => ({ messages: sample.messages, value: sample.nodes }))),
  );
  const at = <T>(list: readonly T[], subject: Subject): T | undefined => list[subjects.indexOf(subject)];
  const elements = subjects.map(({ samples }) => Math.max(...samples.map((sample) => sample.elements)));
  const mega = (bytes: number | undefined): string =>
    bytes === undefined ? 'too short to tell' : `${number(bytes / 1e6)} MB`;
  return [
    of(
      'messages written',
      ({ person }) => String(person.written.size),
      '≥ 1',
      subjects.every(({ person }) => person.written.size > 0),
    ),
    of('connections lost', ({ person }) => String(person.losses)),
    ...(Object.keys(moves) as MoveName[]).map((move) =>
      of(`${move}: done, not possible`, ({ person }) => {
        const { done = 0, missed = 0 } = person.done.get(move) ?? {};
        return `${done}, ${missed}`;
      }),
    ),
    of(
      'rows compared',
      ({ compared }) => String(compared),
      '≥ 1',
      subjects.every(({ compared }) => compared > 0),
    ),
    count('missing', faults.missing),
    count('doubled', faults.doubled),
    count('out of order', faults.misplaced),
    count('other faults', faults.others),
    of('heap, first', (subject) => mega(at(heaps, subject)?.first)),
    of('heap, last', (subject) => mega(at(heaps, subject)?.last)),
    of('heap for each message', (subject) => {
      const growth = at(heaps, subject);
      return growth === undefined ? '' : `${number(growth.perMessage)} ± ${number(growth.error)} B`;
    }),
    of(
      `heap after ${number(dayOfMessages)} messages, at least`,
      (subject) => mega(at(heaps, subject)?.projected(dayOfMessages)),
      `≤ ${mega(heapMostBytes)}`,
      allMet(
        heaps.map((growth) => growth?.projected(dayOfMessages)),
        (bytes) => bytes <= heapMostBytes,
      ),
    ),
    of(
      'most elements',
      (subject) => number(at(elements, subject) ?? 0),
      `< ${number(elementsMost)}`,
      elements.every((most) => most < elementsMost),
    ),
    of(
      'nodes left for each message',
      (subject) => {
        const growth = at(nodes, subject);
        return growth === undefined ? '' : `${number(growth.perMessage)} ± ${number(growth.error)}`;
      },
      `≤ ${nodesPerMessageMost}`,
      allMet(nodes, ({ perMessage, error }) => perMessage - 2 * error <= nodesPerMessageMost),
    ),
  ];
}

/** What is too short to be judged is not judged. */
const allMet = <T>(list: readonly (T | undefined)[], holds: (one: T) => boolean): boolean | undefined => {
  const known = list.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : known.every(holds);
};

const isOf = (fault: string, letter: string): boolean =>
  fault.startsWith(`${letter}-`) ||
  new RegExp(`(for|:) ${letter} |^${letter}:|written: ${letter} `).test(fault);
