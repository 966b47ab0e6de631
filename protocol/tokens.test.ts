import { expect, test } from 'vitest';
import type { TeamId, UserId } from './ids.ts';
import * as tokens from './tokens.ts';

const teamId = 'T0ABCDEFGHIJ' as TeamId;
const userId = 'U0ABCDEFGHIJ' as UserId;
const secret = 'aB3'.repeat(14).slice(0, 40);

test.each(['user', 'bot', 'session'] as const)('a token of kind %s routes to its team and person', (kind) => {
  const text = tokens.formatWorkspaceToken({ kind, teamId, userId, secret });
  expect(text).toHaveLength('xoxp-'.length + 12 + 1 + 12 + 1 + 40);
  expect(tokens.parseWorkspaceToken(text)).toEqual({ kind, teamId, userId, secret });
});

test('each prefix is its kind', () => {
  const tail = `${teamId}-${userId}-${secret}`;
  const kinds = ['xoxp', 'xoxb', 'xoxs'].map(
    (prefix) => tokens.parseWorkspaceToken(`${prefix}-${tail}`)?.kind,
  );
  expect(kinds).toEqual(['user', 'bot', 'session']);
});

test('cookie, account token and invitation come back as they went', () => {
  const cookie = tokens.formatSessionCookie({ teamId, userId, secret });
  expect(tokens.parseSessionCookie(cookie)).toEqual({ kind: 'session', teamId, userId, secret });
  expect(tokens.parseAccountToken(tokens.formatAccountToken(secret))).toBe(secret);
  const invitation = tokens.formatInvitationSecret({ teamId, secret });
  expect(tokens.parseInvitationSecret(invitation)).toEqual({ teamId, secret });
});

test('what is shaped otherwise is no token', () => {
  const good = `xoxp-${teamId}-${userId}-${secret}`;
  const bad = [
    '',
    'toString',
    `${good}-x`,
    `${good}x`,
    good.slice(0, -1),
    `${good}\n`,
    good.replace('xoxp', 'xoxa'),
    good.replace('xoxp', 'constructor'),
    good.replace('T0', 'U0'),
    good.replace('U0', 'W0'),
    good.toUpperCase(),
    good.replace('aB3', 'a_3'),
  ];
  expect(bad.filter((text) => tokens.parseWorkspaceToken(text) !== undefined)).toEqual([]);
  expect(tokens.parseSessionCookie(good)).toBeUndefined();
  expect(tokens.parseAccountToken(secret)).toBeUndefined();
  expect(tokens.parseAccountToken(`ewa-${secret}a`)).toBeUndefined();
  expect(tokens.parseInvitationSecret(`${teamId}-${userId}-${secret}`)).toBeUndefined();
});
