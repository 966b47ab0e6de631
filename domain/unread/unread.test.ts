import { expect, test } from 'vitest';
import { mentionsAbove, unreadAbove } from './unread.ts';

const head = { ordinal: 10, deletedOrdinals: [9, 2], everybodyOrdinals: [8, 7, 3] };

test('unread is the head less the mark less what was deleted above it, and never below 0', () => {
  expect(unreadAbove(5, head)).toBe(4);
  expect(unreadAbove(9, head)).toBe(1);
  expect(unreadAbove(12, head)).toBe(0);
});

test('calls to everybody count above the mark beside one’s own mentions', () => {
  expect(mentionsAbove(6, head, 1, { isDirect: false })).toBe(3);
  expect(mentionsAbove(8, head, 0, { isDirect: false })).toBe(0);
});

test('a muted channel counts personal mentions, and no call to everybody; what is unread stays so', () => {
  expect(mentionsAbove(6, head, 1, { isDirect: false, isMuted: true })).toBe(1);
  expect(unreadAbove(6, head)).toBe(3);
});

test('in a direct channel all that is unread is for its reader, muted or not', () => {
  expect(mentionsAbove(5, head, 0, { isDirect: true })).toBe(4);
  expect(mentionsAbove(5, head, 0, { isDirect: true, isMuted: true })).toBe(4);
});
