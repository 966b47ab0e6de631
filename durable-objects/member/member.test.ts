/// <reference types="@cloudflare/vitest-plugin/types" />
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Env } from '../../platform/env.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import type { CredentialRequest, MemberObject, PersonCopy } from '../../protocol/objects/member.ts';
import type { Scope } from '../../protocol/scopes.ts';
import { formatWorkspaceToken } from '../../protocol/tokens.ts';
import { FakeObjects } from '../testing/fake-objects.ts';
import { authenticate } from './authenticate.ts';
import { boot } from './boot.ts';
import { openCredential, revokeCredential, sessionLifetimeMs } from './credentials.ts';
import { mark } from './mark.ts';
import { Person } from './person.ts';
import { receive } from './receive.ts';
import { setPerson } from './set-person.ts';
import { issueTicket, redeemTicket, ticketLifetimeMs } from './tickets.ts';

const { MEMBER } = env as unknown as Env;
const channelId = mintId('C');

interface Bench {
  readonly person: Person;
  readonly fakes: FakeObjects;
  readonly copy: PersonCopy;
  readonly clock: { nowMs: number };
  /** A Person over the same storage, as after an eviction. */
  again(): Person;
  rowsWritten(work: () => unknown): number;
}

const newCopy = (given: Partial<PersonCopy> = {}): PersonCopy => ({
  teamId: mintId('T'),
  userId: mintId('U'),
  role: 'member',
  version: 1,
  isActive: true,
  shards: { count: 1, epoch: 1 },
  ...given,
});

const stubOf = (teamId: TeamId, userId: UserId) => MEMBER.get(MEMBER.idFromName(`${teamId}:${userId}`));

/** Runs in a real object's storage, with a clock and the other objects in the test's hand. */
async function onBench(run: (bench: Bench) => Promise<void> | void, given: Partial<PersonCopy> = {}) {
  const copy = newCopy(given);
  await runInDurableObject(
    stubOf(copy.teamId, copy.userId),
    async (_, { storage, waitUntil }: DurableObjectState) => {
      const fakes = new FakeObjects();
      const clock = { nowMs: 1_700_000_000_000 };
      const again = (): Person =>
        new Person({
          storage,
          objects: fakes,
          limits: rateLimitsOf({}),
          now: () => clock.nowMs,
          waitUntil: (work) => {
            waitUntil(work);
          },
        });
      const person = again();
      setPerson(person, copy);
      const rowsWritten = (work: () => unknown): number => {
        const before = changes(storage);
        work();
        return changes(storage) - before;
      };
      await run({ person, fakes, copy, clock, again, rowsWritten });
    },
  );
}

const changes = (storage: DurableObjectStorage): number =>
  storage.sql.exec<{ changes: number }>('select total_changes() as changes').one().changes;

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

const delivery = (given: Partial<MemberDelivery>): MemberDelivery => ({
  channelId,
  memberships: [],
  mentions: [],
  unmentions: [],
  ...given,
});
const joined = (seq: number, ordinal = 0) => membershipChange('joined', seq, ordinal);
const left = (seq: number, ordinal = 0) => membershipChange('left', seq, ordinal);
const membershipChange = (change: 'joined' | 'left', seq: number, ordinal: number) =>
  delivery({ memberships: [{ channelId, seq, change, ordinal, ts: ts(ordinal) }] });
const ts = (ordinal: number): string => `${String(1_700_000_000 + ordinal)}.000000`;
const mention = (seq: number, ordinal: number, threadTs = '') => ({
  seq,
  ordinal,
  threadTs,
  ts: ts(ordinal),
});

test('an object that was never created answers, and writes nothing', async () => {
  const { teamId, userId } = newCopy();
  const member = stubOf(teamId, userId) as unknown as MemberObject;
  const token = formatWorkspaceToken({ kind: 'user', teamId, userId, secret: 'a'.repeat(40) });
  expect(await member.authenticate(request(token))).toMatchObject({ error: 'invalid_auth' });
  expect(await member.memberships()).toEqual([]);
  expect(await member.membership(channelId)).toBeUndefined();
  expect(await member.mark(channelId, { ordinal: 1, ts: ts(1) })).toMatchObject({ error: 'not_in_channel' });
  expect(await member.revokeCredential(mintId('K'))).toEqual({ revoked: false });
  expect(await member.boot(mintId('K'))).toMatchObject({ error: 'token_revoked' });
  await member.endSessionsOf('all');
  const tables = await runInDurableObject(stubOf(teamId, userId), (_, { storage }: DurableObjectState) =>
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
    setPerson(person, { ...copy, version: 2, isActive: false });
    expect(await errorOf(request(token))).toBe('account_inactive');
    expect(await openCredential(person, { kind: 'user', name: '', scopes: [] })).toMatchObject({
      error: 'invalid_auth',
    });
  }));

test('a revoked token is refused from the answer on, also by one that was being checked, and after an eviction', () =>
  onBench(async ({ person, again }) => {
    const { token, credentialId } = await openToken(person, 'user');
    const checking = authenticate(person, request(token));
    expect(revokeCredential(person, credentialId)).toEqual({ revoked: true });
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

test('over RPC: sessions of one account session end, others and tokens stay', async () => {
  const copy = newCopy();
  const member = stubOf(copy.teamId, copy.userId) as unknown as MemberObject;
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
  await evictDurableObject(stubOf(copy.teamId, copy.userId));
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
    receive(person, joined(1));
    let answer: Promise<unknown> | undefined;
    const written = rowsWritten(() => {
      answer = authenticate(person, request(token, { tier: 'tier1', channelId }));
    });
    expect(await answer).toMatchObject({ ok: true, membership: { channelId } });
    expect(written).toBe(0);
  }));

test('of deliveries only the newest about a membership counts, in whatever order they come', () =>
  onBench(({ person, rowsWritten, again }) => {
    receive(person, joined(5, 3));
    expect(person.membership(channelId)).toMatchObject({ joinedSeq: 5, markOrdinal: 3 });
    receive(person, left(9, 6));
    expect(person.membership(channelId)).toBeUndefined();
    for (const late of [joined(5, 3), left(9, 6), joined(8, 5)]) {
      expect(rowsWritten(() => receive(person, late))).toBe(0);
    }
    expect(again().membership(channelId)).toBeUndefined();
    receive(person, joined(12, 8));
    expect(again().membership(channelId)).toMatchObject({ joinedSeq: 12, markOrdinal: 8 });
  }));

test('a mark moves forward only, and each move is a version that the gateway is told', () =>
  onBench(({ person, rowsWritten, fakes }) => {
    receive(person, joined(1, 4));
    const before = person.version;
    expect(rowsWritten(() => mark(person, channelId, { ordinal: 7, ts: ts(7) }))).toBe(1);
    expect(rowsWritten(() => mark(person, channelId, { ordinal: 6, ts: ts(6) }))).toBe(0);
    expect(rowsWritten(() => mark(person, channelId, { ordinal: 7, ts: ts(7) }))).toBe(0);
    expect(person.membership(channelId)).toMatchObject({ markOrdinal: 7, markTs: ts(7) });
    expect(person.version).toBe(before + 1);
    expect(fakes.pushes.at(-1)).toMatchObject({
      version: person.version,
      event: { channel: channelId, ordinal: 7 },
    });
    expect(mark(person, mintId('C') as ChannelId, { ordinal: 1, ts: ts(1) })).toMatchObject({ ok: false });
  }));

test("a person's own posts mark for them by one row, and never back", () =>
  onBench(({ person, rowsWritten }) => {
    receive(person, joined(1));
    const post = (ordinal: number) => delivery({ ownPost: { ordinal, ts: ts(ordinal) } });
    expect(rowsWritten(() => receive(person, post(5)))).toBe(1);
    expect(rowsWritten(() => receive(person, post(5)))).toBe(0);
    expect(rowsWritten(() => receive(person, post(4)))).toBe(0);
    expect(person.membership(channelId)?.markOrdinal).toBe(5);
  }));

test('mentions above the mark are counted once, and a mark or a deletion takes them back', () =>
  onBench(({ person, again, rowsWritten }) => {
    receive(person, joined(1, 2));
    const three = delivery({ asOf: 9, mentions: [mention(2, 1), mention(6, 3), mention(8, 5)] });
    receive(person, three);
    expect(person.membership(channelId)?.mentions).toBe(2);
    expect(rowsWritten(() => receive(person, three))).toBe(0);
    receive(person, delivery({ asOf: 10, unmentions: [8] }));
    expect(person.membership(channelId)?.mentions).toBe(1);
    receive(person, three);
    expect(person.membership(channelId)?.mentions).toBe(1);
    mark(person, channelId, { ordinal: 3, ts: ts(3) });
    expect(again().membership(channelId)?.mentions).toBe(0);
  }));

test('a mention in a thread counts until the channel is marked past it', () =>
  onBench(({ person }) => {
    receive(person, joined(1));
    receive(person, delivery({ mentions: [{ ...mention(4, 1, ts(1)), ts: ts(9) }] }));
    mark(person, channelId, { ordinal: 5, ts: ts(5) });
    expect(person.membership(channelId)?.mentions).toBe(1);
    mark(person, channelId, { ordinal: 5, ts: ts(9) });
    expect(person.membership(channelId)?.mentions).toBe(0);
  }));

test('who left has no mentions there, also not from what comes late', () =>
  onBench(({ person }) => {
    receive(person, joined(1));
    receive(person, delivery({ mentions: [mention(3, 2)] }));
    receive(person, left(5, 2));
    receive(person, delivery({ mentions: [mention(4, 3)] }));
    receive(person, joined(7, 3));
    receive(person, delivery({ mentions: [mention(6, 4)] }));
    expect(person.membership(channelId)?.mentions).toBe(0);
  }));

test('the version survives an eviction, so that no push has a number twice', () =>
  onBench(({ person, again }) => {
    receive(person, joined(1));
    mark(person, channelId, { ordinal: 1, ts: ts(1) });
    const { version } = person;
    const restarted = again();
    expect(restarted.version).toBe(version);
    mark(restarted, channelId, { ordinal: 2, ts: ts(2) });
    expect(restarted.version).toBe(version + 1);
  }));

test('an older copy of the person changes nothing', () =>
  onBench(({ person, copy, again }) => {
    setPerson(person, { ...copy, version: 5, role: 'admin' });
    setPerson(person, { ...copy, version: 4, role: 'guest' });
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
    revokeCredential(person, credentialId);
    expect(await redeemTicket(person, dead.ticket)).toMatchObject({ error: 'invalid_auth' });
  }));
