import { expect, test } from 'vitest';
import { defaultMessageRules, mayDeleteMessage, mayStillEdit } from './message-rules.ts';

const minuteMs = 60_000;
const rules = (more: Partial<typeof defaultMessageRules>) => ({ ...defaultMessageRules, ...more });

test('a message is edited as long as the workspace allows, by a program always', () => {
  expect(mayStillEdit({}, defaultMessageRules, 1e12)).toBe(true);
  expect(mayStillEdit({}, rules({ editWindowMinutes: 0 }), 0)).toBe(false);
  expect(mayStillEdit({}, rules({ editWindowMinutes: 5 }), 5 * minuteMs - 1)).toBe(true);
  expect(mayStillEdit({}, rules({ editWindowMinutes: 5 }), 5 * minuteMs)).toBe(false);
  expect(mayStillEdit({ bot: {} }, rules({ editWindowMinutes: 0 }), 1e12)).toBe(true);
});

test.each([
  ['owner', false, false, true],
  ['admin', false, true, true],
  ['member', true, true, true],
  ['member', true, false, false],
  ['member', false, true, false],
  ['guest', true, false, false],
] as const)('%s, own %s, allowed %s: %s', (role, isOwn, allowDeletion, may) => {
  expect(mayDeleteMessage({ role }, isOwn, rules({ allowDeletion }))).toBe(may);
});
