import * as v from 'valibot';
import { expect, test } from 'vitest';
import { pageSize } from './arguments.ts';
import { isMethodName, methods } from './methods.ts';
import type { MethodContract } from './methods/method.ts';

test('a page is as large as it was asked for, up to the most; 0 or nothing asks for the usual', () => {
  const size = (value: unknown): unknown => v.parse(pageSize(100, 999), value);
  expect([undefined, 0, '0'].map(size)).toEqual([100, 100, 100]);
  expect([1, '7', 998, 999].map(size)).toEqual([1, 7, 998, 999]);
  expect([1_000, '1000', Number.MAX_SAFE_INTEGER].map(size)).toEqual([999, 999, 999]);
  const wrong = [-1, '-1', 1.5, '1.5', 'ten', '', null, [10], 1e300];
  expect(wrong.filter((value) => v.safeParse(pageSize(100, 999), value).success)).toEqual([]);
});

/** As Slack's reference of each method says, where it has the method and says it: [usual, most]. */
const sizes = {
  'admin.emoji.list': { limit: [100, 1_000] },
  'chat.scheduledMessages.list': { limit: [100, 999] },
  'conversations.history': { limit: [100, 999] },
  'conversations.list': { limit: [100, 1_000] },
  'conversations.members': { limit: [100, 1_000] },
  'conversations.replies': { limit: [1_000, 1_000] },
  'invitations.list': { limit: [100, 1_000] },
  'mentions.list': { limit: [50, 200] },
  // `limit` and `cursor`, or the older `count` and `page`: without `limit` the page holds `count`.
  'reactions.list': { limit: [undefined, 1_000], count: [100, 1_000] },
  'stars.list': { limit: [undefined, 1_000], count: [100, 1_000] },
  'threads.list': { limit: [20, 100] },
  'users.conversations': { limit: [100, 999] },
  'users.list': { limit: [1_000, 1_000] },
};

test('each list has its usual and its largest page', () => {
  const found = Object.entries<MethodContract>(methods).flatMap(([method, { input }]) => {
    if (!isMethodName(method) || !('entries' in input)) return [];
    const own = Object.entries(input.entries as Record<string, v.GenericSchema>)
      .filter(([name]) => name === 'limit' || name === 'count')
      .map(([name, schema]) => [name, [undefined, 1_000_000].map((value) => v.parse(schema, value))]);
    return own.length === 0 ? [] : [[method, Object.fromEntries(own)]];
  });
  expect(Object.fromEntries(found)).toEqual(sizes);
});
