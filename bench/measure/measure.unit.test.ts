import { expect, test } from 'vitest';
import { lineOf } from './line.ts';
import { median, percentile, slope } from './statistics.ts';

test('a ratio is the median of the rounds’ ratios, so that a round on a busy machine counts for both', () => {
  // The second round took three times as long for everybody.
  const line = lineOf('A', 'p50', 'ms', { Edgewise: [4, 12, 5], ws: [2, 6, 2] });
  expect(line.values).toEqual({ Edgewise: 5, ws: 2 });
  expect(line.ratios).toEqual({ ws: 2 });
});

test('a goal is judged by the value or by a ratio, and one of a peer that did not run is not judged', () => {
  const { goals } = lineOf('B', 'p50', 'ms', { Edgewise: [30], ws: [10] }, [
    { of: 'value', atMost: 60 },
    { of: 'ws', atMost: 2.2 },
    { of: 'room DO', atMost: 1.3 },
  ]);
  expect(goals.map(({ of, isMet }) => [of, isMet])).toEqual([
    ['value', true],
    ['ws', false],
  ]);
});

test('what was not measured meets no goal', () => {
  const { goals } = lineOf('B', 'p50', 'ms', { Edgewise: [Number.NaN] }, [{ of: 'value', atMost: 60 }]);
  expect(goals[0]?.isMet).toBe(false);
});

test('percentiles are values that were measured; of few the p99 is the greatest', () => {
  expect(percentile([5, 1, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 3], 0.99)).toBe(5);
  expect(median([1, 2, 3, 10])).toBe(2.5);
});

test('a slope is the rise with each step, whatever the base', () => {
  const points = [0, 1_000, 5_000].map((x) => ({ x, y: 300_000 + 80 * x }));
  expect(slope(points)).toBeCloseTo(80);
});
