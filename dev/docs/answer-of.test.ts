import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Message } from '../../protocol/entities.ts';
import { methods } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { ChannelId } from '../../protocol/ids.ts';
import { answerOf, objects } from './answer-of.ts';

test('each field has a line, with what it is and whether it is always there', () => {
  const output = v.object({
    channel: ChannelId,
    rooms: v.array(v.object({ name: v.string(), topic: v.optional(v.string()) })),
    page: v.object({ next: v.string() }),
    marks: v.optional(v.object({ last: v.nullable(v.number()) })),
    kind: v.picklist(['user', 'bot']),
  });
  expect(answerOf(output)).toEqual([
    { path: 'channel', isAlways: true, about: 'a conversation’s id, `C…`, `D…` or `G…`' },
    { path: 'rooms', isAlways: true, about: 'list: object' },
    { path: 'rooms[].name', isAlways: true, about: 'text' },
    { path: 'rooms[].topic', isAlways: false, about: 'text' },
    { path: 'page.next', isAlways: true, about: 'text' },
    { path: 'marks', isAlways: false, about: 'object' },
    { path: 'marks.last', isAlways: true, about: 'number or `null`' },
    { path: 'kind', isAlways: true, about: 'one of user, bot' },
  ]);
});

test('an object that many answer with is a link, and one with more fields a link and those', () => {
  const output = v.object({
    messages: v.array(Message),
    pinned: v.object({ ...Message.entries, permalink: v.string() }),
  });
  expect(answerOf(output)).toEqual([
    { path: 'messages', isAlways: true, about: 'list: [Message](#message)' },
    { path: 'pinned', isAlways: true, about: '[Message](#message), and:' },
    { path: 'pinned.permalink', isAlways: true, about: 'text' },
  ]);
});

test('there are words for all that the methods answer', () => {
  const outputs = Object.values<MethodContract>(methods).map(({ output }) => output);
  const lines = [...outputs, ...objects.map(([, schema]) => schema)].flatMap((schema) => answerOf(schema));
  // `args` of api.test is whatever was sent.
  const untold = lines.filter(({ path, about }) => about.endsWith('anything') && path !== 'args');
  expect(untold).toEqual([]);
  expect(lines.filter(({ about }) => about === '')).toEqual([]);
});
