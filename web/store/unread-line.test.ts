import { expect, test } from 'vitest';
import { general } from '../gateway/testing/sample.ts';
import type { HelloChannel } from '../../protocol/frames.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import {
  lineOfHello,
  mentionsOf,
  unreadOf,
  withEdit,
  withMark,
  withPushedMark,
  withoutPost,
} from './unread-line.ts';

const ts = '1700000000.000001' as Timestamp;
const hello: HelloChannel = {
  id: general,
  name: 'general',
  kind: 'public',
  is_archived: false,
  is_general: true,
  head: 20,
  ordinal: 10,
  marked_ordinal: 4,
  unread: 4,
  mentions: 3,
  deleted: [9, 6],
  everybody: [8, 5],
};

test('a mark between the places that hello names counts what lies above it', () => {
  const line = lineOfHello(hello);
  expect([unreadOf(line), mentionsOf(line)]).toEqual([4, 3]);
  const halfway = withPushedMark(line, { ordinal: 7, ts, mentions: 0 });
  expect([unreadOf(halfway), mentionsOf(halfway)]).toEqual([2, 1]);
  const read = withMark(line, { ordinal: 10, ts });
  expect([unreadOf(read), mentionsOf(read)]).toEqual([0, 0]);
});

test('a call of everybody that is deleted or edited away calls nobody, and one that is edited in does', () => {
  const line = lineOfHello(hello);
  expect(mentionsOf(withoutPost(line, 8))).toBe(2);
  expect(mentionsOf(withEdit(line, { ordinal: 8, text: 'never mind' }))).toBe(2);
  expect(mentionsOf(withEdit(line, { ordinal: 7, text: '<!channel> lunch' }))).toBe(4);
});

test('in a muted channel the calls that hello names are no mentions', () => {
  expect(mentionsOf(lineOfHello({ ...hello, muted: true, mentions: 1 }))).toBe(1);
});
