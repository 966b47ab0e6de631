import { expect, test } from 'vitest';
import type { HelloChannel } from '../../protocol/frames.ts';
import { ann, bob, general } from '../gateway/testing/sample.ts';
import { lineAsHello } from './line-as-hello.ts';
import { lineOfHello } from './unread-line.ts';

/** Nothing in it is as it is where nothing was said. */
const told: Required<HelloChannel> = {
  id: general,
  name: 'general',
  kind: 'group',
  is_archived: true,
  is_general: true,
  people: [ann, bob],
  head: 0,
  ordinal: 9,
  marked_ordinal: 3,
  last_read: '1700000003.000000',
  unread: 5,
  mentions: 2,
  deleted: [7],
  everybody: [8],
  is_marked_unread: true,
  muted: true,
  level: 'mentions',
  starred: true,
  is_open: false,
};

test.each([told, { ...told, muted: false }])(
  'a line is written down as hello would say it: all of it',
  (line) => {
    expect(lineAsHello(lineOfHello(line))).toEqual({ ...line, muted: line.muted || undefined });
    const { channel: _channel, ...counted } = lineOfHello(line);
    expect(lineOfHello(lineAsHello(lineOfHello(line)))).toMatchObject(counted);
  },
);
