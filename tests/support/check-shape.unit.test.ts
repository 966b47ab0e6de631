import { expect, test } from 'vitest';
import { checkShape } from '../compat/shapes/shape-of-answer.ts';
import { faultsOf } from './check-shape.ts';

const shapes = {
  answer: { ok: 'true', thing: 'thing | other', 'things?': 'thing[]' },
  thing: { kind: "'thing'", by: 'id:U/W', 'at?': 'ts', 'inner?': 'inner' },
  other: { kind: "'other'", 'words?': 'string | null' },
  inner: { count: 'integer', '...': 'string' },
};
const thing = { kind: 'thing', by: 'U0123456789A', at: '1700000000.000001', inner: { count: 1, more: 'x' } };
const faults = (answer: object): string[] => faultsOf(shapes, 'answer', answer);

test('finds nothing in what has its shape', () => {
  expect(faults({ ok: true, thing, things: [thing, { kind: 'thing', by: 'W0123456789A' }] })).toEqual([]);
  expect(faults({ ok: true, thing: { kind: 'other', words: null } })).toEqual([]);
});

test.each([
  ['a field that is missing', { ok: true, thing: { kind: 'thing' } }, '.thing.by: missing'],
  ['a field of another type', { ok: 'true', thing }, ".ok: 'true' instead of true"],
  [
    'a null where none may be, however deep',
    { ok: true, thing, things: [thing, { ...thing, inner: { count: null } }] },
    '.things[1].inner.count: null instead of integer',
  ],
  [
    'a null in a field that nobody named',
    { ok: true, thing: { ...thing, unheard: null } },
    '.thing.unheard: null, a field that the shape does not name',
  ],
  [
    'another type where others may be',
    { ok: true, thing: { ...thing, inner: { count: 1, more: null } } },
    '.thing.inner.more: null instead of string',
  ],
  [
    'an id of another kind',
    { ok: true, thing: { ...thing, by: 'C0123456789A' } },
    ".thing.by: 'C0123456789A' instead of id:U/W",
  ],
  [
    'an id in small letters',
    { ok: true, thing: { ...thing, by: 'u0123456789a' } },
    ".thing.by: 'u0123456789a' instead of id:U/W",
  ],
  ['a ts that is a number', { ok: true, thing: { ...thing, at: 1.5 } }, '.thing.at: number instead of ts'],
  ['an object that is a list', { ok: true, thing: [thing] }, '.thing: a list instead of an object'],
  ['a list that is an object', { ok: true, thing, things: thing }, '.things: object instead of a list'],
])('finds %s', (_, answer, fault) => {
  expect(faults(answer)).toEqual([fault]);
});

test('Slack’s own shapes refuse an answer that lacks what clients read', () => {
  const message = { type: 'message', text: 'x', ts: '1700000000.000001', seq: 1, rev: 1 };
  const history = {
    ok: true,
    messages: [message],
    has_more: false,
    pin_count: 0,
    channel_actions_ts: null,
    channel_actions_count: 0,
    head: 1,
    response_metadata: { next_cursor: '' },
  };
  const check = (answer: object) => () => checkShape('conversations.history', answer);
  expect(check(history)).not.toThrow();
  expect(
    check({ ...history, warning: 'x', response_metadata: { next_cursor: '', warnings: ['x'] } }),
  ).not.toThrow();
  expect(check({ ...history, response_metadata: { next_cursor: null } })).toThrow('next_cursor: null');
  expect(check({ ...history, messages: [{ ...message, ts: 1 }] })).toThrow('messages[0].ts: number');
  expect(check({ ...history, messages: [{ ...message, user: null }] })).toThrow('messages[0].user: null');
  expect(check({ ...history, messages: [{ ...message, reactions: [{ name: 'x', count: 1 }] }] })).toThrow(
    'reactions[0].users: missing',
  );
  expect(check({ ...history, pin_count: undefined })).toThrow('pin_count: missing');
});
