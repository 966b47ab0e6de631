import { expect, test } from 'vitest';
import { decideSchedule, perWindowMax } from './decide-schedule.ts';

const now = 1_700_000_000;
const decide = (postAt: number, others: readonly number[] = []) => {
  const decision = decideSchedule(postAt, others, now * 1_000);
  return decision.ok ? 'ok' : decision.error;
};

test('a time that has come is past; 120 days ahead is as far as it goes', () => {
  expect(decide(now)).toBe('time_in_past');
  expect(decide(now + 1)).toBe('ok');
  expect(decide(now + 120 * 86_400)).toBe('ok');
  expect(decide(now + 120 * 86_400 + 1)).toBe('time_too_far');
});

test('in no five minutes are there more than thirty, wherever the five minutes begin', () => {
  const at = now + 1_000;
  const others = Array.from({ length: perWindowMax }, (_, index) => at + index);
  expect(decide(at + 40, others.slice(1))).toBe('ok');
  expect(decide(at + 40, others)).toBe('restricted_too_many');
  // Before, between, and after them.
  expect(decide(at - 100, others)).toBe('restricted_too_many');
  expect(decide(at + 299, others)).toBe('restricted_too_many');
  expect(decide(at + 300, others)).toBe('ok');
  expect(decide(at - 271, others)).toBe('ok');
  expect(decide(at - 270, others)).toBe('restricted_too_many');
});

test('others that are too many already do not stand in the way of one far from them', () => {
  const crowd = Array.from({ length: 2 * perWindowMax }, () => now + 1_000);
  expect(decide(now + 2_000, crowd)).toBe('ok');
  expect(decide(now + 1_000, crowd)).toBe('restricted_too_many');
});
