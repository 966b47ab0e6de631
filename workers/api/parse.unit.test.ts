import { expect, test } from 'vitest';
import { methods } from '../../protocol/methods.ts';
import { parseArguments } from './parse.ts';

const messagesOf = (name: keyof typeof methods, args: Record<string, unknown>) => {
  const parsed = parseArguments(methods[name], args);
  return parsed.ok ? [] : parsed.messages;
};

test('a missing argument is named as Slack names it', () => {
  expect(messagesOf('conversations.info', {})).toEqual(['[ERROR] missing required field: channel']);
  expect(messagesOf('reactions.add', { name: 'x' })).toEqual([
    '[ERROR] missing required field: channel',
    '[ERROR] missing required field: timestamp',
  ]);
});

test('a wrong one is named with its place', () => {
  expect(messagesOf('conversations.list', { limit: 'many' })).toEqual([
    '[ERROR] must be an integer [json-pointer:/limit]',
  ]);
  expect(messagesOf('conversations.list', { limit: -1 })).toEqual([
    '[ERROR] must be at least 0 [json-pointer:/limit]',
  ]);
  expect(messagesOf('conversations.list', { exclude_archived: 'perhaps' })).toEqual([
    '[ERROR] must be a boolean [json-pointer:/exclude_archived]',
  ]);
  expect(messagesOf('users.profile.set', { profile: '[{' })).toEqual([
    '[ERROR] must be valid JSON [json-pointer:/profile]',
  ]);
});

test('what was sent is never repeated', () => {
  const secret = 'a word of mine';
  const sent = { channel: { secret }, text: [secret], thread_ts: [secret], client_msg_id: secret.repeat(20) };
  const messages = messagesOf('chat.postMessage', sent) ?? [];
  expect(messages.length).toBeGreaterThan(2);
  expect(messages.join()).not.toContain(secret);
});

test('many faults are not an answer without end', () => {
  const messages = messagesOf('conversations.invite', { channel: 'C1', users: Array(50).fill(true) }) ?? [];
  expect(messages.length).toBeLessThanOrEqual(10);
});

test('unknown arguments are passed over, and forms and JSON come to the same', () => {
  const form = parseArguments(methods['conversations.list'], {
    limit: '7',
    exclude_archived: '1',
    team_id: 'T',
  });
  const json = parseArguments(methods['conversations.list'], { limit: 7, exclude_archived: true });
  expect(form).toEqual(json);
});

test.each([['U1,U2'], [' U1 , U2,'], ['["U1","U2"]'], [['U1', 'U2']]])('a list may be %j', (users) => {
  const parsed = parseArguments(methods['conversations.invite'], { channel: 'C1', users });
  expect(parsed).toMatchObject({ args: { users: ['U1', 'U2'] } });
});
