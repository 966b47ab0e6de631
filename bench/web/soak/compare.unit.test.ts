import { expect, test } from 'vitest';
import { compare, isSame } from './compare.ts';

const stored = ['a-1-0', 'b-1-0 eyes 2', 'a-2-1 +3', 'a-3-0'];
const read = (rows: readonly string[], reachesBeginning = true) =>
  compare(stored, { rows, reachesBeginning });

test('what is shown as it is stored is the same, to its beginning or from the middle on', () => {
  expect(isSame(read(stored))).toBe(true);
  expect(isSame(read(stored.slice(2), false))).toBe(true);
});

test.each([
  ['missing', ['a-1-0', 'a-2-1 +3', 'a-3-0'], 'b-1'],
  ['missing', stored.slice(1), 'a-1'],
  ['missing', stored.slice(0, 3), 'a-3'],
  ['doubled', ['a-1-0', 'b-1-0 eyes 2', 'a-2-1 +3', 'a-2-1 +3', 'a-3-0'], 'a-2'],
  ['unknown', [...stored, 'b-9-0'], 'b-9'],
  ['misplaced', ['a-1-0', 'a-2-1 +3', 'b-1-0 eyes 2', 'a-3-0'], 'a-2'],
  ['stale', ['a-1-0', 'b-1-0 eyes 1', 'a-2-1 +3', 'a-3-0'], 'b-1-0 eyes 1'],
  ['stale', ['a-1-0', 'b-1-0 eyes 2', 'a-2-0 +3', 'a-3-0'], 'a-2-0 +3'],
] as const)('%s is seen', (fault, rows, named) => {
  const difference = read(rows);
  expect(difference[fault]).toContain(named);
});

test('a hole in a reading from the middle on is missing', () => {
  expect(read(['b-1-0 eyes 2', 'a-3-0'], false).missing).toEqual(['a-2']);
});
