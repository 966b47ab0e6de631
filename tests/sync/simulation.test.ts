import { describe, expect, inject, test } from 'vitest';
import { check } from './support/check.ts';
import { simulate } from './support/simulate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `first:count`, from `npm run sync`. */
    syncSeeds: string;
  }
}

/** Those that once found something. */
const found: readonly number[] = [2, 3, 4, 24, 34, 58, 60_032, 60_055, 80_052, 90_047, 100_487];
const [first = 1, count = 50] = inject('syncSeeds').split(':').filter(Boolean).map(Number);
const seeds = new Set([
  ...(count === 50 ? found : []),
  ...Array.from({ length: count }, (_, at) => first + at),
]);

describe('clients and objects agree, whatever comes between them', { retry: 0, timeout: 60_000 }, () => {
  test.each([...seeds])('seed %i', async (seed) => {
    expect(check(await simulate({ seed })), `npm run sync -- --seed ${seed}`).toEqual([]);
  });
});
