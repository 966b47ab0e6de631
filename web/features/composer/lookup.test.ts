import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import type { User } from '../../../protocol/entities.ts';
import type { Workspace } from '../../store/contract.ts';
import { groupsOf } from '../groups/known-groups.ts';
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
const groups = [
  { id: 'S0CREW', handle: 'crew', date_delete: 0 },
  { id: 'S0OLD', handle: 'old-crew', date_delete: 1 },
];
const workspace = {
  people: { $all: atom(everybody) },
  channels: { $lines: atom([]) },
  follow: () => () => undefined,
  call: () => Promise.resolve({ ok: true, usergroups: groups }),
} as unknown as Workspace;
const lookup = lookupIn(workspace);
const wire = (words: string): string => toWire(justTyped(words), lookup);

test('who is picked is who is meant, whatever others are called', () => {
  const names = everybody.slice(0, 4).map((user) => ownNameOf(user, everybody));
  expect(names).toEqual(['chris', 'chris2', 'ada', 'Bo Berg']);
  expect(wire(`${names.map((name) => `@${name}`).join(' ')}.`)).toBe('<@U0A> <@U0B> <@U0C> <@U0D>.');
});

test('the longest name counts, at the end of a word', () => {
  expect(wire('@Ada Lovelace, @adam, @ADA')).toBe('<@U0C>, @adam, <@U0C>');
});

test('a group that is in use is meant by its handle, as soon as the groups are known', async () => {
  expect(wire('@crew')).toBe('@crew');
  groupsOf(workspace).load();
  await Promise.resolve();
  expect(wire('@crew, @Crew. @crewed @old-crew')).toBe(
    '<!subteam^S0CREW>, <!subteam^S0CREW>. @crewed @old-crew',
  );
  expect(lookup.groupHandle('S0OLD')).toBe('old-crew');
});
