import { expect, test } from 'vitest';
import { dateWords } from './date-words.ts';

const now = new Date(2026, 10, 24, 12).getTime() / 1_000;
const day = 86_400;

test.each([
  ['{date_num} at {time}', 0, /^2026-11-24 at 12:00/],
  ['{date}', 0, /November.*2026/],
  ['{date_short}', 0, /Nov.*2026/],
  ['{date_pretty}', -day, /^yesterday$/],
  ['{date_long_pretty}', day, /^tomorrow$/],
  ['{date_short_pretty}', -3 * day, /Nov.*21.*2026/],
  ['{ago}', -7_200, /^2 hours ago$/],
  ['{nonsense} {time_secs}', 0, /^\{nonsense\} 12:00:00/],
])('%s, %i seconds from now, says %s', (format, away, wanted) => {
  expect(dateWords(now + away, format, now)).toMatch(wanted);
});

test('a format without a token, and a moment that is no date, are none', () => {
  expect(dateWords(now, 'noon', now)).toBeUndefined();
  expect(dateWords(1e18, '{date}', now)).toBeUndefined();
  expect(dateWords(now, '{constructor}', now)).toBeUndefined();
});
