import { expect, test } from 'vitest';
import { decideNotice } from './decide-notice.ts';
import type { Heard } from './decide-notice.ts';

const heard = (given: Partial<Heard> = {}) =>
  decideNotice({
    isOwn: false,
    isDirect: false,
    isReply: false,
    isFollowed: false,
    mentions: false,
    callsEverybody: false,
    isMuted: false,
    level: 'default',
    usual: 'mentions',
    ...given,
  });

test('usually: what names one, calls everybody, or was written to one', () => {
  expect(heard()).toBe(false);
  expect(heard({ mentions: true })).toBe(true);
  expect(heard({ callsEverybody: true })).toBe(true);
  expect(heard({ isDirect: true })).toBe(true);
  expect(heard({ isReply: true, mentions: true })).toBe(true);
});

test('a channel’s own level goes before the usual one', () => {
  expect(heard({ usual: 'all' })).toBe(true);
  expect(heard({ level: 'all' })).toBe(true);
  expect(heard({ level: 'mentions', usual: 'all' })).toBe(false);
  expect(heard({ level: 'nothing', mentions: true })).toBe(false);
  expect(heard({ usual: 'nothing', isDirect: true })).toBe(false);
  expect(heard({ usual: 'nothing', level: 'mentions', mentions: true })).toBe(true);
});

test('replies in a thread that one follows are told like what is written to one', () => {
  const reply = { isReply: true, isFollowed: true };
  expect(heard(reply)).toBe(true);
  expect(heard({ ...reply, isDirect: true })).toBe(true);
  expect(heard({ ...reply, level: 'all' })).toBe(true);
  expect(heard({ ...reply, level: 'nothing' })).toBe(false);
  expect(heard({ ...reply, isMuted: true })).toBe(false);
  expect(heard({ ...reply, isOwn: true })).toBe(false);
});

test('nobody is told of what they wrote, of a muted channel, or of replies that do not name them', () => {
  expect(heard({ isOwn: true, level: 'all', mentions: true })).toBe(false);
  expect(heard({ isMuted: true, mentions: true, isDirect: true })).toBe(false);
  expect(heard({ isReply: true, level: 'all' })).toBe(false);
  expect(heard({ isReply: true, isDirect: true })).toBe(false);
});
