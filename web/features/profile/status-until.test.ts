import { expect, test } from 'vitest';
import { lasts, statusUntil } from './status-until.ts';

const wednesday = new Date(2026, 10, 25, 14, 30, 10);
const seconds = (...parts: [number, number, number, number, number, number]): number =>
  new Date(...parts).getTime() / 1_000;

test.each([
  ['forever', 0],
  ['30m', seconds(2026, 10, 25, 15, 0, 10)],
  ['1h', seconds(2026, 10, 25, 15, 30, 10)],
  ['4h', seconds(2026, 10, 25, 18, 30, 10)],
  ['today', seconds(2026, 10, 25, 23, 59, 59)],
  ['week', seconds(2026, 10, 29, 23, 59, 59)],
  ['custom', seconds(2026, 11, 24, 18, 0, 0)],
] as const)('%s', (lasting, until) => {
  expect(statusUntil(lasting, wednesday, '2026-12-24T18:00')).toBe(until);
});

test('on a Sunday the week ends today', () => {
  const sunday = new Date(2026, 10, 29, 9);
  expect(statusUntil('week', sunday, '')).toBe(statusUntil('today', sunday, ''));
});

test('nothing that ends has ended already', () => {
  const late = new Date(2026, 11, 31, 23, 59, 58);
  for (const lasting of lasts.filter((one) => one !== 'forever' && one !== 'custom'))
    expect(statusUntil(lasting, late, '')).toBeGreaterThan(late.getTime() / 1_000);
});

test('a field without a time is no time', () => {
  expect(statusUntil('custom', wednesday, '')).toBeNaN();
});
