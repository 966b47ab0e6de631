import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { CredentialId } from '../../protocol/ids.ts';
import { Duties } from '../log/duties.ts';
import { onBench } from '../testing/member-bench.ts';
import { authenticate } from './authenticate.ts';
import { boot } from './boot.ts';
import {
  credentials,
  endSessionsOf,
  openCredential,
  revokeCredential,
  revokeEverything,
  sessionLifetimeMs,
} from './credentials.ts';
import { expiriesDuty } from './expire.ts';
import type { Person } from './person.ts';
import { revocationsDuty } from './revocations.ts';
import { setPerson } from './set-person.ts';
import { unwatch, watch } from './watch.ts';

const channelId = mintId('C');
const late = { ok: false, error: 'service_unavailable' };

async function open(person: Person, kind: 'session' | 'user' = 'user', accountSessionId?: string) {
  const asked = { kind, name: 'test', scopes: [], ...(accountSessionId ? { accountSessionId } : {}) };
  const opened = await openCredential(person, asked);
  if (!opened.ok) throw new Error(opened.error);
  return opened;
}

/** What the alarm does at that time. */
const runAlarm = (person: Person, nowMs: number) =>
  new Duties([revocationsDuty(person), expiriesDuty(person)]).run(nowMs, () => nowMs);

const socket = (credentialId: CredentialId, socketId = 'socket') => ({ socketId, channelId, credentialId });

test(
  'a revoked token is told to the gateway and to channels with a direct socket of it before the answer',
  { retry: 0 },
  () =>
    onBench(async ({ person, fakes, copy, again }) => {
      const [mine, other] = [await open(person), await open(person)];
      expect(watch(person, socket(mine.credentialId))).toEqual({ ok: true });
      expect(watch(person, { ...socket(other.credentialId, 'other'), channelId: mintId('C') })).toEqual({
        ok: true,
      });
      expect(await revokeCredential(person, mine.credentialId)).toEqual({ ok: true, revoked: true });
      const revocation = { userId: copy.userId, credentialIds: [mine.credentialId] };
      expect(fakes.revocations).toEqual([
        { holder: 'gateway', revocation },
        { holder: channelId, revocation },
      ]);
      expect(again().allOwed()).toEqual([]);
      // And once: the channel has ended it.
      await revokeEverything(person);
      expect(fakes.revocations.filter(({ holder }) => holder === channelId)).toHaveLength(1);
    }),
);

test(
  'a gateway that does not answer: late, no call succeeds, and the alarm tells it after a death',
  { retry: 0 },
  () =>
    onBench(async ({ person, fakes, clock, again, copy }) => {
      const { token, credentialId } = await open(person);
      fakes.gatewayFault = 'before';
      expect(await revokeCredential(person, credentialId)).toEqual(late);
      const request = { token, allowed: ['user' as const], scope: undefined, tier: undefined };
      expect(await authenticate(person, request)).toMatchObject({ error: 'token_revoked' });
      const restarted = again();
      const [owed] = restarted.allOwed();
      expect(owed).toMatchObject({ holder: 'gateway', credentialIds: [credentialId], tries: 1 });
      clock.nowMs = owed?.due ?? 0;
      await runAlarm(restarted, clock.nowMs);
      expect(restarted.allOwed()).toMatchObject([{ tries: 2 }]);
      fakes.gatewayFault = undefined;
      clock.nowMs = restarted.allOwed()[0]?.due ?? 0;
      await runAlarm(restarted, clock.nowMs);
      expect(again().allOwed()).toEqual([]);
      expect(fakes.revocations).toEqual([
        { holder: 'gateway', revocation: { userId: copy.userId, credentialIds: [credentialId] } },
      ]);
    }),
);

test('a repeat after no answer waits for what is owed, and then is ok', { retry: 0 }, () =>
  onBench(async ({ person, fakes }) => {
    const { credentialId } = await open(person);
    fakes.gatewayFault = 'after';
    expect(await revokeCredential(person, credentialId)).toEqual(late);
    expect(await revokeCredential(person, credentialId)).toEqual(late);
    fakes.gatewayFault = undefined;
    expect(await revokeCredential(person, credentialId)).toEqual({ ok: true, revoked: true });
    expect(person.allOwed()).toEqual([]);
  }),
);

test(
  'a channel that does not answer is owed alone; what comes to be owed meanwhile is told too',
  { retry: 0 },
  () =>
    onBench(async ({ person, fakes }) => {
      const [one, other] = [await open(person), await open(person)];
      watch(person, socket(one.credentialId));
      watch(person, socket(other.credentialId, 'other'));
      fakes.channelFault = 'before';
      expect(await revokeCredential(person, one.credentialId)).toEqual(late);
      expect(person.allOwed().map(({ holder }) => holder)).toEqual([channelId]);
      fakes.channelFault = undefined;
      expect(await revokeCredential(person, other.credentialId)).toMatchObject({ ok: true });
      const told = fakes.revocations.filter(({ holder }) => holder === channelId);
      expect(told.map(({ revocation }) => revocation.credentialIds)).toEqual([
        [one.credentialId, other.credentialId],
      ]);
    }),
);

test('two at once are one piece of work, and both are answered when both are told', { retry: 0 }, () =>
  onBench(async ({ person, fakes }) => {
    const [one, other] = [await open(person), await open(person)];
    const answers = await Promise.all([
      revokeCredential(person, one.credentialId),
      revokeCredential(person, other.credentialId),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const told = new Set(
      fakes.revocations.flatMap(({ revocation: { credentialIds = [] } }) => [...credentialIds]),
    );
    expect(told).toEqual(new Set([one.credentialId, other.credentialId]));
  }),
);

test(
  'deactivation ends every session and token for good, and is told with all that may have left a socket',
  { retry: 0 },
  () =>
    onBench(async ({ person, fakes, copy, clock }) => {
      const expired = await open(person, 'session');
      clock.nowMs += sessionLifetimeMs + 1;
      const [session, token] = [await open(person, 'session'), await open(person)];
      fakes.gatewayFault = 'before';
      const gone = { ...copy, version: 2, isActive: false };
      expect(await setPerson(person, gone)).toEqual(late);
      expect(boot(person, session.credentialId)).toMatchObject({ error: 'account_inactive' });
      fakes.gatewayFault = undefined;
      // The Directory repeats it until it is answered.
      expect(await setPerson(person, gone)).toEqual({ ok: true });
      const ids = [expired, session, token].map(({ credentialId }) => credentialId);
      expect(new Set(fakes.revocations[0]?.revocation.credentialIds)).toEqual(new Set(ids));
      await setPerson(person, { ...copy, version: 3 });
      expect(boot(person, session.credentialId)).toMatchObject({ error: 'token_revoked' });
      expect(boot(person, token.credentialId)).toMatchObject({ error: 'token_revoked' });
      expect(boot(person, (await open(person)).credentialId)).toMatchObject({ ok: true });
      expect(fakes.revocations).toHaveLength(1);
    }),
);

test('another role is told as it is when it is told, also to every direct socket', { retry: 0 }, () =>
  onBench(async ({ person, fakes, copy }) => {
    const { credentialId } = await open(person);
    watch(person, socket(credentialId));
    fakes.gatewayFault = 'before';
    expect(await setPerson(person, { ...copy, version: 2, role: 'guest' })).toEqual(late);
    fakes.gatewayFault = undefined;
    expect(await setPerson(person, { ...copy, version: 3, role: 'admin' })).toEqual({ ok: true });
    expect(fakes.revocations).toEqual([
      { holder: channelId, revocation: { userId: copy.userId, credentialIds: [], role: 'guest' } },
      { holder: 'gateway', revocation: { userId: copy.userId, credentialIds: [], role: 'admin' } },
      { holder: channelId, revocation: { userId: copy.userId, credentialIds: [], role: 'admin' } },
    ]);
    expect(boot(person, credentialId)).toMatchObject({ ok: true, caller: { role: 'admin' } });
    fakes.revocations.length = 0;
    expect(await setPerson(person, { ...copy, version: 4, role: 'admin' })).toEqual({ ok: true });
    expect(fakes.revocations).toEqual([]);
  }),
);

test(
  'an account session that was ended opens no session any more, also one that was let in before',
  { retry: 0 },
  () =>
    onBench(async ({ person, again }) => {
      const { credentialId } = await open(person, 'session', 'one');
      const kept = await open(person, 'session', 'other');
      expect(await endSessionsOf(person, ['one'])).toEqual({ ok: true });
      expect(boot(person, credentialId)).toMatchObject({ error: 'token_revoked' });
      const asked = { kind: 'session' as const, name: '', scopes: [], accountSessionId: 'one' };
      expect(await openCredential(again(), asked)).toMatchObject({ error: 'invalid_auth' });
      expect(boot(person, kept.credentialId)).toMatchObject({ ok: true });
      const bare = await open(person, 'session');
      expect(await endSessionsOf(person, ['other'], true)).toEqual({ ok: true });
      expect(boot(person, bare.credentialId)).toMatchObject({ error: 'token_revoked' });
      expect(boot(person, kept.credentialId)).toMatchObject({ error: 'token_revoked' });
    }),
);

test(
  'a socket straight to a channel is refused where its credential is gone, and forgotten when it closed',
  { retry: 0 },
  () =>
    onBench(async ({ person, fakes }) => {
      const [closed, dead] = [await open(person), await open(person)];
      watch(person, socket(closed.credentialId));
      unwatch(person, 'socket');
      unwatch(person, 'never');
      await revokeCredential(person, closed.credentialId);
      expect(fakes.revocations.map(({ holder }) => holder)).toEqual(['gateway']);
      await revokeCredential(person, dead.credentialId);
      expect(watch(person, socket(dead.credentialId))).toMatchObject({ error: 'token_revoked' });
      expect(watch(person, socket(mintId('K')))).toMatchObject({ error: 'token_revoked' });
    }),
);

test('a list shows what stands, oldest first; each kind is revoked as what it is', { retry: 0 }, () =>
  onBench(async ({ person, clock }) => {
    const session = await open(person, 'session');
    clock.nowMs += 1;
    const token = await open(person);
    const dead = await open(person);
    await revokeCredential(person, dead.credentialId);
    expect(credentials(person).map(({ id, kind }) => [id, kind])).toEqual([
      [session.credentialId, 'session'],
      [token.credentialId, 'user'],
    ]);
    expect(await revokeCredential(person, session.credentialId, 'token')).toMatchObject({ revoked: false });
    expect(await revokeCredential(person, token.credentialId, 'session')).toMatchObject({ revoked: false });
    expect(await revokeCredential(person, token.credentialId, 'token')).toMatchObject({ revoked: true });
    clock.nowMs += sessionLifetimeMs;
    expect(credentials(person)).toEqual([]);
  }),
);

test('an ordinary change of the copy, and a revocation of nothing, write no owed row', { retry: 0 }, () =>
  onBench(async ({ person, fakes, copy }) => {
    await setPerson(person, { ...copy, version: 2 });
    await revokeEverything(person);
    expect(await revokeCredential(person, mintId('K'))).toEqual({ ok: true, revoked: false });
    expect(fakes.revocations).toEqual([]);
  }),
);

test(
  'a session that ends by itself ends its sockets, when the alarm says so, also after a death',
  { retry: 0 },
  () =>
    onBench(async ({ person, fakes, copy, clock, again }) => {
      const [session, token] = [await open(person, 'session'), await open(person)];
      expect(watch(person, socket(session.credentialId))).toEqual({ ok: true });
      expect(new Duties([expiriesDuty(person)]).nextAt(clock.nowMs)).toBe(clock.nowMs + sessionLifetimeMs);
      const restarted = again();
      clock.nowMs += sessionLifetimeMs - 1;
      await runAlarm(restarted, clock.nowMs);
      expect(fakes.revocations).toEqual([]);
      clock.nowMs += 1;
      await runAlarm(restarted, clock.nowMs);
      const revocation = { userId: copy.userId, credentialIds: [session.credentialId] };
      expect(fakes.revocations).toEqual([
        { holder: 'gateway', revocation },
        { holder: channelId, revocation },
      ]);
      const asked = { token: session.token, allowed: ['user' as const], scope: undefined, tier: undefined };
      expect(await authenticate(again(), asked)).toMatchObject({ error: 'token_expired' });
      expect(await authenticate(again(), { ...asked, token: token.token })).toMatchObject({ ok: true });
      expect(new Duties([expiriesDuty(again())]).nextAt(clock.nowMs)).toBeUndefined();
    }),
);
