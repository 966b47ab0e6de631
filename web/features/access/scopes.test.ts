import { expect, test } from 'vitest';
import { methods } from '../../../protocol/methods.ts';
import { scopes } from '../../../protocol/scopes.ts';
import { scopesFor, usualOfBots } from './scopes.ts';

test('a bot’s token is offered what a method takes of a bot, and nothing else', () => {
  const useful = Object.values(methods)
    .filter(({ tokens }) => (tokens as readonly string[]).includes('bot'))
    .map(({ scope }) => scope);
  // Asked for by an argument of chat.postMessage, not by a row.
  useful.push('chat:write.customize');
  expect(scopesFor('bot')).toEqual(scopes.filter((scope) => useful.includes(scope)));
});

test('a person’s token is offered every scope', () => {
  expect(scopesFor('user')).toEqual(scopes);
});

test('what is ticked at first is on offer', () => {
  expect(scopesFor('bot')).toEqual(expect.arrayContaining([...usualOfBots]));
});
