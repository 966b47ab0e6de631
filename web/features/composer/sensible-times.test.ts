import { expect, test } from 'vitest';
import { sensibleTimes } from './sensible-times.ts';

const said = (now: Date): string[] =>
  sensibleTimes(now.getTime()).map(({ name, atMs }) => `${name} ${new Date(atMs).toLocaleString('sv')}`);

test('on a Tuesday: in an hour, tomorrow, on Monday', () => {
  expect(said(new Date(2026, 10, 24, 21, 15))).toEqual([
    'inAnHour 2026-11-24 22:15:00',
    'tomorrow 2026-11-25 09:00:00',
    'monday 2026-11-30 09:00:00',
  ]);
});

test('on a Sunday tomorrow is Monday, on a Monday the next one is meant', () => {
  expect(said(new Date(2026, 10, 29, 8))).toEqual([
    'inAnHour 2026-11-29 09:00:00',
    'tomorrow 2026-11-30 09:00:00',
  ]);
  expect(said(new Date(2026, 10, 30, 8)).at(-1)).toBe('monday 2026-12-07 09:00:00');
});
