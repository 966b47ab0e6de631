import { expect, test } from 'vitest';
import { isSeq, readCursor, writeCursor } from './cursor.ts';
import { isChannelId } from './ids.ts';

const channel = 'C0ABCDEFGHIJ';

test('a cursor comes back as the place that it was made of', () => {
  const cursor = writeCursor('conversations.list', channel);
  expect(cursor).not.toContain(channel);
  expect(readCursor('conversations.list', cursor, isChannelId)).toEqual({ ok: true, after: channel });
  expect(readCursor('conversations.list', `${cursor}==`, isChannelId).ok).toBe(true);
});

test('no cursor is the start, and the end is an empty one', () => {
  expect(readCursor('conversations.list', '', isChannelId)).toEqual({ ok: true });
  expect(writeCursor('conversations.list', undefined)).toBe('');
});

test('a cursor of another method is refused', () => {
  const cursor = writeCursor('users.conversations', channel);
  expect(readCursor('conversations.list', cursor, isChannelId)).toMatchObject({ error: 'invalid_cursor' });
});

test.each(['x', '!!!', 'dXNlcjpVMDYxTkZUVDI=', 'é', channel])(
  'what is no cursor is refused: %s',
  (cursor) => {
    expect(readCursor('conversations.history', cursor, isSeq)).toMatchObject({ error: 'invalid_cursor' });
  },
);

test('a place before the first is refused', () => {
  const cursor = writeCursor('conversations.history', -1);
  expect(readCursor('conversations.history', cursor, isSeq)).toMatchObject({ error: 'invalid_cursor' });
});

test('a place of the wrong form is refused', () => {
  const cursor = writeCursor('conversations.list', 12);
  expect(readCursor('conversations.list', cursor, isChannelId)).toMatchObject({ error: 'invalid_cursor' });
});
