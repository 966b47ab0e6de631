import { lineOf } from '../measure/line.ts';
import type { Goal, Line } from '../measure/line.ts';
import type { FirstLoad } from '../../tests/browser/support/first-load.ts';
import type { Measured } from './rounds.ts';

type Row = readonly [key: string, group: string, what: string, unit: string, goal?: Omit<Goal, 'of'>];

/** The table; its numbers are promises to people who write all day, see docs/performance.md. */
const rows: readonly Row[] = [
  ['fcp', 'open', 'first paint, cold', 'ms', { atMost: 700 }],
  ['usable', 'open', 'room usable, cold', 'ms'],
  ['slowFcp', 'open', 'first paint at a quarter of the speed and 1.6 Mbit/s', 'ms', { atMost: 2_500 }],
  ['slowUsable', 'open', 'room usable, likewise', 'ms'],
  ['signedIn', 'open', 'Enter at the password → room usable', 'ms'],
  ['key50', 'write', 'key → frame, p50', 'ms'],
  ['key95', 'write', 'key → frame, p95', 'ms', { atMost: 50 }],
  ['slowKey50', 'write', 'the same at a quarter of the speed, p50', 'ms'],
  ['slowKey95', 'write', 'the same at a quarter of the speed, p95', 'ms', { atMost: 100 }],
  ['sent', 'write', 'Enter → own row', 'ms', { atMost: 50 }],
  ['received', 'read', 'frame of another’s message → row', 'ms'],
  ['changed', 'go', 'to a channel for the first time', 'ms'],
  ['changedBack', 'go', 'to a channel again', 'ms'],
  ['switcher', 'go', 'quick switcher', 'ms', { atMost: 100 }],
  ['heap', 'hold', 'heap after 30 channels', 'MB', { atMost: 60 }],
  ['elements', 'hold', 'most elements in them', '', { atMost: 2_999 }],
  ['scroll95', '100,000', 'scrolling, p95 of a frame', 'ms', { atMost: 20 }],
  ['late', '100,000', 'frames over 34 ms', '%', { atMost: 2 }],
  ['blank', '100,000', 'blank frames', '', { atMost: 0 }],
  ['jump', '100,000', 'jump', 'px', { atMost: 0 }],
  ['scrollElements', '100,000', 'most elements', '', { atMost: 2_999 }],
  ['rows', '100,000', 'messages scrolled through in a round', ''],
];

export function linesOf(load: FirstLoad, own: readonly Measured[], bare: readonly Measured[]): Line[] {
  const size = (what: string, bytes: number, atMost: number): Line =>
    lineOf('size', what, 'kB gz', { Edgewise: [bytes / 1_000] }, [{ of: 'value', atMost }]);
  return [
    size('scripts of the first load', load.scriptBytes, 130),
    size('styles', load.styleBytes, 15),
    ...rows.map(([key, group, what, unit, goal]) => {
      const values = (of: readonly Measured[]): number[] => of.map((round) => round[key] ?? Number.NaN);
      const hasPeer = bare.some((round) => key in round);
      const samples = { Edgewise: values(own), ...(hasPeer ? { 'bare page': values(bare) } : {}) };
      return lineOf(group, what, unit, samples, goal === undefined ? [] : [{ of: 'value', ...goal }]);
    }),
  ];
}
