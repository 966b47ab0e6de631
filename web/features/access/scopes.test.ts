import { expect, test } from 'vitest';
import { methods } from '../../../protocol/methods.ts';
import type { Role } from '../../../protocol/roles.ts';
import { scopes } from '../../../protocol/scopes.ts';
import { scopesFor, usualOfBots } from './scopes.ts';

test('a bot’s token is offered what a method takes of a bot, and nothing else', () => {
  const useful = new Set<string | undefined>(
    Object.values(methods)
      .filter(({ tokens }) => (tokens as readonly string[]).includes('bot'))
      .map(({ scope }) => scope),
  );
  // Asked for by an argument of chat.postMessage, not by a row.
  useful.add('chat:write.customize');
  expect(scopesFor('bot', 'owner')).toEqual(scopes.filter((scope) => useful.has(scope)));
});

test('an admin’s token is offered every scope, one of somebody below what they may use', () => {
  const kept = (role: Role) => scopes.filter((scope) => !scopesFor('user', role).includes(scope));
  expect([kept('owner'), kept('admin')]).toEqual([[], []]);
  expect(kept('member')).toEqual(['bots:write', 'admin.users:write', 'admin.conversations:write']);
  expect(kept('guest')).toEqual([
    'usergroups:write',
    'invitations:write',
    'bots:write',
    'admin.users:write',
    'admin.teams:read',
    'admin.teams:write',
    'admin.conversations:write',
  ]);
});

test('what is ticked at first is on offer', () => {
  expect(scopesFor('bot', 'owner')).toEqual(expect.arrayContaining([...usualOfBots]));
});
