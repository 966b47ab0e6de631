import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import type { User } from '../../../protocol/entities.ts';
import type { Workspace } from '../../store/contract.ts';
import { lookupIn, ownNameOf } from './lookup.ts';
import { toWire } from './to-wire.ts';
import { justTyped } from './typed.ts';

const person = (id: string, name: string, realName: string, displayName = '', deleted = false): User =>
  ({ id, name, real_name: realName, deleted, profile: { display_name: displayName } }) as User;
const everybody = [
  person('U0A', 'chris', 'Chris'),
  person('U0B', 'chris2', 'Chris'),
  person('U0C', 'ada.lovelace', 'Ada Lovelace', 'ada'),
  person('U0D', 'bo', 'Bo Berg', 'chris2'),
  person('U0E', 'gone', 'Ada Lovelace', 'ada', true),
];
const lookup = lookupIn({
  people: { $all: atom(everybody) },
  channels: { $lines: atom([]) },
} as unknown as Pick<Workspace, 'people' | 'channels'>);
const wire = (words: string): string => toWire(justTyped(words), lookup);

test('who is picked is who is meant, whatever others are called', () => {
  const names = everybody.slice(0, 4).map((user) => ownNameOf(user, everybody));
  expect(names).toEqual(['chris', 'chris2', 'ada', 'Bo Berg']);
  expect(wire(`${names.map((name) => `@${name}`).join(' ')}.`)).toBe('<@U0A> <@U0B> <@U0C> <@U0D>.');
});

test('the longest name counts, at the end of a word', () => {
  expect(wire('@Ada Lovelace, @adam, @ADA')).toBe('<@U0C>, @adam, <@U0C>');
});
