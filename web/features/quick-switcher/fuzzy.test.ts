import { expect, test } from 'vitest';
import { fuzzy } from './fuzzy.ts';

const best = (query: string, ...names: string[]): string | undefined =>
  names
    .flatMap((name) => {
      const match = fuzzy(query, name);
      return match === undefined ? [] : [{ name, score: match.score }];
    })
    .sort((a, b) => b.score - a.score)[0]?.name;

test('a name that begins so comes first, then a word, then letters', () => {
  expect(best('la', 'app-labels', 'launch', 'wilhelmina')).toBe('launch');
  expect(best('la', 'app-labels', 'wilhelmina')).toBe('app-labels');
  expect(best('rel', 'general', 'release')).toBe('release');
});

test('initials find a name, case and accents do not count', () => {
  expect(fuzzy('tf', 'Tomás Ferreira')?.at).toEqual([0, 6]);
  expect(fuzzy('tomas', 'Tomás Ferreira')?.at).toEqual([0, 1, 2, 3, 4]);
  expect(fuzzy('zz', 'Tomás Ferreira')).toBeUndefined();
});

test('the letters must come in order', () => expect(fuzzy('hcnual', 'launch')).toBeUndefined());
