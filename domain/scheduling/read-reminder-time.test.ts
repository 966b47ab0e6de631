import { expect, test } from 'vitest';
import { readReminderTime } from './read-reminder-time.ts';

const now = 1_700_000_000;
const read = (text: string) => readReminderTime(text, now * 1_000);

test('a time is seconds since 1970, or up to a day seconds from now', () => {
  expect(read(String(now + 100))).toBe(now + 100);
  expect(read(' 20 ')).toBe(now + 20);
  expect(read('86400')).toBe(now + 86_400);
});

test('the past, what is further than five years, and words are no times', () => {
  const texts = [String(now - 1), '86401', String(now + 6 * 366 * 86_400), 'in 5 minutes', '', '-5', '1e3'];
  expect(texts.map((text) => read(text))).toEqual(texts.map(() => undefined));
});
