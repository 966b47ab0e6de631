import { expect, test } from 'vitest';
import { dice } from '../../web/store/testing/dice.ts';
import { growthOf } from './growth.ts';

const day = 20_000;
const megabyte = 1_000_000;

/** A page of 18 MB that keeps so much of each message, read with a scatter of half a megabyte. */
function heapOf(leakBytes: number, seed: number) {
  const scatter = dice(seed);
  return Array.from({ length: 14 }, (_, index) => ({
    messages: index * 90,
    // While it warms up it is smaller.
    value: (index < 2 ? 14 : 18) * megabyte + leakBytes * index * 90 + scatter(500_000),
  }));
}

test('a page that keeps nothing is not taken for one that grows, whatever its samples scatter by', () => {
  for (let seed = 1; seed <= 200; seed += 1)
    expect(growthOf(heapOf(0, seed))?.projected(day)).toBeLessThan(60 * megabyte);
});

test('a page that keeps five kilobytes of each message would not last a day', () => {
  for (let seed = 1; seed <= 200; seed += 1)
    expect(growthOf(heapOf(5_000, seed))?.projected(day)).toBeGreaterThan(60 * megabyte);
});

test('a hundred messages do not tell what a day of them will be like', () => {
  const minutes = heapOf(5_000, 1).map(({ messages, value }) => ({ messages: messages / 10, value }));
  expect(growthOf(minutes)?.projected(day)).toBeUndefined();
});

test('a few samples tell nothing', () => {
  expect(growthOf(heapOf(5_000, 1).slice(0, 5))).toBeUndefined();
});
