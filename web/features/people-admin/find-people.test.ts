import { expect, test } from 'vitest';
import { findPeople } from './find-people.ts';
import type { Wanted } from './find-people.ts';
import { person } from './testing/person.ts';

const everybody = [
  person('ann', { is_owner: true, is_admin: true }),
  person('ben', { is_admin: true, deleted: true }),
  person('eve', { is_restricted: true, real_name: 'Éva Tőke' }),
  person('lighthouse', { is_bot: true }),
  person('zoe'),
];
const find = (wanted: Partial<Wanted>): string[] =>
  findPeople(everybody, { query: '', kind: 'all', state: 'all', ...wanted }).map(({ name }) => name);

test('everybody, who was deactivated last', () => {
  expect(find({})).toEqual(['ann', 'eve', 'lighthouse', 'zoe', 'ben']);
});

test('by name without case and accents, each word of it', () => {
  expect(find({ query: 'toke EVA' })).toEqual(['eve']);
  expect(find({ query: 'toke ann' })).toEqual([]);
});

test('by address', () => {
  expect(find({ query: 'zoe@team' })).toEqual(['zoe']);
});

test.each([
  ['owner', ['ann']],
  ['admin', ['ben']],
  ['member', ['zoe']],
  ['guest', ['eve']],
  ['bot', ['lighthouse']],
] as const)('by role: %s', (kind, names) => {
  expect(find({ kind })).toEqual(names);
});

test('by state', () => {
  expect(find({ state: 'deactivated' })).toEqual(['ben']);
  expect(find({ state: 'active', query: 'ben' })).toEqual([]);
});
