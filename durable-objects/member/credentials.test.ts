/// <reference types="@cloudflare/vitest-plugin/types" />
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { CredentialRequest, MemberObject } from '../../protocol/objects/member.ts';
import type { Scope } from '../../protocol/scopes.ts';
import { formatWorkspaceToken } from '../../protocol/tokens.ts';
import { memberStub, newCopy, onBench } from '../testing/member-bench.ts';
import { authenticate } from './authenticate.ts';
import { boot } from './boot.ts';
import {
  credentials,
  openCredential,
  revokeCredential,
  sessionLifetimeMs,
  sessionsMax,
} from './credentials.ts';
import type { Person } from './person.ts';
import { receive } from './receive.ts';
import { setPerson } from './set-person.ts';
import { issueTicket, redeemTicket, ticketLifetimeMs } from './tickets.ts';

const channelId = mintId('C');
const ts = '1700000000.000000';
const joined = {
  channelId,
  memberships: [{ channelId, seq: 1, change: 'joined' as const, ordinal: 0, ts }],
  mentions: [],
  unmentions: [],
};

async function openToken(person: Person, kind: 'session' | 'user' | 'bot', scopes: Scope[] = []) {
  const opened = await openCredential(person, { kind, name: 'test', scopes });
  if (!opened.ok) throw new Error(opened.error);
  return opened;
}

const request = (token: string, given: Partial<CredentialRequest> = {}): CredentialRequest => ({
  token,
  allowed: ['user', 'bot'],
  scope: undefined,
  tier: undefined,
  ...given,
});

test('an object that was never created answers, and writes nothing', async () => {
  const { teamId, userId } = newCopy();
  const member = memberStub(teamId, userId) as unknown as MemberObject;
  const token = formatWorkspaceToken({ kind: 'user', teamId, userId, secret: 'a'.repeat(40) });
  expect(await member.authenticate(request(token))).toMatchObject({ error: 'invalid_auth' });
  expect(await member.memberships()).toEqual([]);
  expect(await member.membership(channelId)).toBeUndefined();
  expect(await member.mark(channelId, { ordinal: 1, ts })).toMatchObject({ error: 'not_in_channel' });
  expect(await member.revokeCredential(mintId('K'))).toEqual({ ok: true, revoked: false });
  expect(await member.credentials()).toEqual([]);
  await member.unwatch('no socket');
  expect(await member.boot(mintId('K'))).toMatchObject({ error: 'token_revoked' });
  await member.endSessionsOf(['one'], true);
  const tables = await runInDurableObject(memberStub(teamId, userId), (_, { storage }: DurableObjectState) =>
    storage.sql.exec("select name from sqlite_master where name not like '\\_cf%' escape '\\'").toArray(),
  );
  expect(tables).toEqual([]);
});

test('a token says who calls, and each way of being wrong has its code', () =>
  onBench(async ({ person, copy }) => {
    const { token } = await openToken(person, 'user', ['chat:write']);
    const good = await authenticate(person, request(token, { scope: 'chat:write', tier: 'posting' }));
    expect(good).toMatchObject({ ok: true, caller: { userId: copy.userId, kind: 'user', shardCount: 1 } });
    const errorOf = async (given: CredentialRequest) => {
      const answer = await authenticate(person, given);
      return answer.ok ? 'ok' : answer.error;
    };
    expect(await errorOf(request('xoxp-nonsense'))).toBe('invalid_auth');
    expect(await errorOf(request(`${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`))).toBe(
      'invalid_auth',
    );
    expect(await errorOf(request(token.replace('xoxp', 'xoxb')))).toBe('invalid_auth');
    expect(await errorOf(request(token.replace(copy.teamId, mintId('T'))))).toBe('invalid_auth');
    expect(await errorOf(request(token, { allowed: ['bot'] }))).toBe('not_allowed_token_type');
    expect(await authenticate(person, request(token, { scope: 'team:read' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'team:read',
      provided: 'chat:write',
    });
    await setPerson(person, { ...copy, version: 2, isActive: false });
    expect(await errorOf(request(token))).toBe('account_inactive');
    expect(await openCredential(person, { kind: 'user', name: '', scopes: [] })).toMatchObject({
      error: 'invalid_auth',
    });
  }));

test('a revoked token is refused from the answer on, also by one that was being checked, and after an eviction', () =>
  onBench(async ({ person, again }) => {
    const { token, credentialId } = await openToken(person, 'user');
    const checking = authenticate(person, request(token));
    expect(await revokeCredential(person, credentialId)).toEqual({ ok: true, revoked: true });
    expect(await checking).toMatchObject({ error: 'token_revoked' });
    expect(await authenticate(again(), request(token))).toMatchObject({ error: 'token_revoked' });
    expect(boot(person, credentialId)).toMatchObject({ error: 'token_revoked' });
  }));

test('a session has every scope, and ends by itself or with the account session that opened it', () =>
  onBench(async ({ person, clock }) => {
    const { token } = await openToken(person, 'session');
    expect(await authenticate(person, request(token, { scope: 'bots:write' }))).toMatchObject({ ok: true });
    clock.nowMs += sessionLifetimeMs;
    expect(await authenticate(person, request(token))).toMatchObject({ error: 'token_expired' });
  }));

test('one session too many ends the oldest, with its sockets; tokens stay, and what is stored is bounded', () =>
  onBench(async ({ person, clock, copy, fakes, again }) => {
    const token = await openToken(person, 'user');
    const sessions = [];
    for (let at = 0; at < 3 * sessionsMax; at += 1) {
      clock.nowMs += 1;
      sessions.push(await openToken(person, 'session'));
    }
    const standing = credentials(again()).map(({ id }) => id);
    expect(standing).toEqual([
      token.credentialId,
      ...sessions.slice(-sessionsMax).map(({ credentialId }) => credentialId),
    ]);
    expect(await authenticate(person, request(sessions.at(-sessionsMax - 1)?.token ?? ''))).toMatchObject({
      error: 'token_revoked',
    });
    expect((await authenticate(person, request(sessions.at(-sessionsMax)?.token ?? ''))).ok).toBe(true);
    expect((await authenticate(person, request(token.token))).ok).toBe(true);
    expect(fakes.revocations[0]).toEqual({
      holder: 'gateway',
      revocation: { userId: copy.userId, credentialIds: [sessions[0]?.credentialId] },
    });
    expect(again().credentials()).toHaveLength(1 + 2 * sessionsMax);
  }));

test('a session is opened though the gateway that holds the sockets of the oldest does not answer', () =>
  onBench(async ({ person, fakes }) => {
    for (let at = 0; at < sessionsMax; at += 1) await openToken(person, 'session');
    fakes.gatewayFault = 'before';
    const { token } = await openToken(person, 'session');
    expect((await authenticate(person, request(token))).ok).toBe(true);
    expect(person.owed('gateway')?.credentialIds).toHaveLength(1);
  }));

test('over RPC: sessions of one account session end, others and tokens stay', async () => {
  const copy = newCopy();
  const member = memberStub(copy.teamId, copy.userId) as unknown as MemberObject;
  await member.setPerson(copy);
  const open = async (kind: 'session' | 'user', accountSessionId?: string) => {
    const asked = { kind, name: '', scopes: [], ...(accountSessionId ? { accountSessionId } : {}) };
    const opened = await member.openCredential(asked);
    return opened.ok ? opened.token : '';
  };
  const [one, other, user] = [
    await open('session', 'one'),
    await open('session', 'other'),
    await open('user'),
  ];
  await member.endSessionsOf(['one']);
  await evictDurableObject(memberStub(copy.teamId, copy.userId));
  const isGood = async (token: string) => (await member.authenticate(request(token))).ok;
  expect([await isGood(one), await isGood(other), await isGood(user)]).toEqual([false, true, true]);
  await member.revokeEverything();
  expect([await isGood(other), await isGood(user)]).toEqual([false, false]);
});

test('a bucket holds its burst, refills with time, and is one per credential and tier', () =>
  onBench(async ({ person, clock }) => {
    const { token } = await openToken(person, 'user');
    const { token: another } = await openToken(person, 'user');
    const take = (by: string, tier: 'tier2' | 'tier3') => authenticate(person, request(by, { tier }));
    for (let call = 0; call < 200; call += 1) expect((await take(token, 'tier2')).ok).toBe(true);
    expect(await take(token, 'tier2')).toMatchObject({ error: 'ratelimited', retryAfterSeconds: 1 });
    expect((await take(token, 'tier3')).ok).toBe(true);
    expect((await take(another, 'tier2')).ok).toBe(true);
    clock.nowMs += 20;
    expect((await take(token, 'tier2')).ok).toBe(true);
    expect((await take(token, 'tier2')).ok).toBe(false);
  }));

test('authenticating writes nothing', () =>
  onBench(async ({ person, rowsWritten }) => {
    const { token } = await openToken(person, 'user');
    receive(person, joined);
    let answer: Promise<unknown> | undefined;
    const written = rowsWritten(() => {
      answer = authenticate(person, request(token, { tier: 'tier1', channelId }));
    });
    expect(await answer).toMatchObject({ ok: true, membership: { channelId } });
    expect(written).toBe(0);
  }));

test('an older copy of the person changes nothing', () =>
  onBench(async ({ person, copy, again }) => {
    await setPerson(person, { ...copy, version: 5, role: 'admin' });
    await setPerson(person, { ...copy, version: 4, role: 'guest' });
    expect(again().copy?.role).toBe('admin');
  }));

test('a ticket opens once, for half a minute, and not for a credential that was revoked', () =>
  onBench(async ({ person, clock, copy }) => {
    const { credentialId } = await openToken(person, 'session');
    const { ticket } = await issueTicket(person, credentialId);
    expect(ticket.startsWith(`${copy.teamId}.${copy.userId}.`)).toBe(true);
    const both = await Promise.all([redeemTicket(person, ticket), redeemTicket(person, ticket)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    const late = await issueTicket(person, credentialId);
    clock.nowMs += ticketLifetimeMs;
    expect(await redeemTicket(person, late.ticket)).toMatchObject({ error: 'invalid_auth' });
    const dead = await issueTicket(person, credentialId);
    await revokeCredential(person, credentialId);
    expect(await redeemTicket(person, dead.ticket)).toMatchObject({ error: 'invalid_auth' });
  }));
