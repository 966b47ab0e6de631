import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { mintId } from '../secrets/mint.ts';
import { accountsOn } from './accounts.ts';
import type { AuthDeps } from './deps.ts';
import { email, inOpenWorld, inWorld, ok, password, placeFor, policyOpen } from './test-world.ts';

const { sessions, workspacePeople } = accountsSchema;

describe('the first proof of an address', () => {
  test(
    'drops the password and the sessions of whoever came before (no pre-hijack)',
    inOpenWorld(async ({ accounts, codeFor }) => {
      const thief = await ok(accounts.acceptWithPassword({ email, password }));
      const owner = await ok(accounts.signIn({ email, code: await codeFor(email) }));

      expect(owner.account.id).toBe(thief.account.id);
      expect(await accounts.getAccount(thief.token)).toMatchObject({ error: 'invalid_auth' });
      expect(await accounts.signIn({ email, password })).toMatchObject({ error: 'invalid_credentials' });
      expect(await accounts.acceptWithPassword({ email, password })).toMatchObject({
        error: 'account_exists',
      });
      await ok(accounts.getAccount(owner.token));
    }),
  );

  test(
    'a password sign-in under way while the address is proved ends without a session',
    inOpenWorld(async ({ accounts, codeFor, db, library }) => {
      await ok(accounts.acceptWithPassword({ email, password }));
      const { account } = await ok(accounts.signIn({ email, code: await codeFor(email) }));
      // As it stands when better-auth stored a session after the proof had dropped the others.
      const [own] = await db.select().from(sessions);
      await db
        .insert(sessions)
        .values({ ...own, id: 'late', token: 'late-row', userId: account.id, ...dates() });
      const answer = await accountsOn({
        ...rest(db),
        library: { ...library, signInByPassword: () => Promise.resolve({ ok: true, rowToken: 'late-row' }) },
      }).signIn({ email, password });
      expect(answer).toMatchObject({ error: 'invalid_credentials' });
      expect(await db.select().from(sessions).where(eq(sessions.id, 'late'))).toEqual([]);
    }),
  );

  test(
    'marks each workspace from before until its credentials were revoked',
    inOpenWorld(async ({ accounts, codeFor }) => {
      const thief = await ok(accounts.acceptWithPassword({ email, password }));
      const place = await placeFor(accounts, thief.account.id);
      expect((await ok(accounts.getAccount(thief.token))).places).toMatchObject([
        { ...place, mustRevoke: false },
      ]);

      const owner = await ok(accounts.signIn({ email, code: await codeFor(email) }));
      expect(owner.places).toMatchObject([{ ...place, mustRevoke: true }]);
      await accounts.settlePlace(place);
      const later = await placeFor(accounts, owner.account.id);
      const { places } = await ok(accounts.getAccount(owner.token));
      expect(new Map(places.map(({ teamId, mustRevoke }) => [teamId, mustRevoke]))).toEqual(
        new Map([
          [place.teamId, false],
          [later.teamId, false],
        ]),
      );
    }),
  );

  test(
    'the second one drops nothing',
    inOpenWorld(async ({ accounts, codeFor }) => {
      const first = await ok(accounts.signIn({ email, code: await codeFor(email) }));
      await ok(accounts.signIn({ email, code: await codeFor(email) }));
      await ok(accounts.getAccount(first.token));
    }),
  );
});

describe('sign-out', () => {
  test(
    'ends the token, and no other',
    inOpenWorld(async ({ accounts }) => {
      const first = await ok(accounts.acceptWithPassword({ email, password }));
      const second = await ok(accounts.signIn({ email, password }));
      await ok(accounts.endSessions({ token: first.token, sessionIds: [first.sessionId] }));
      expect(await accounts.getAccount(first.token)).toMatchObject({ error: 'invalid_auth' });
      expect(await accounts.endSessions({ token: first.token, sessionIds: [first.sessionId] })).toMatchObject(
        {
          error: 'invalid_auth',
        },
      );
      await ok(accounts.getAccount(second.token));
    }),
  );

  test(
    'ends sessions of this account alone, whatever is named',
    inOpenWorld(async ({ accounts }) => {
      const first = await ok(accounts.acceptWithPassword({ email, password }));
      const second = await ok(accounts.signIn({ email, password }));
      const other = await ok(accounts.acceptWithPassword({ email: 'bob@example.com', password }));
      const listed = await ok(accounts.sessions(first.token));
      expect(listed.sessions.map(({ id }) => id)).toEqual([first.sessionId, second.sessionId]);
      const sessionIds = [first.sessionId, second.sessionId, other.sessionId];
      await ok(accounts.endSessions({ token: first.token, sessionIds }));
      for (const { token } of [first, second]) {
        expect(await accounts.getAccount(token)).toMatchObject({ error: 'invalid_auth' });
      }
      await ok(accounts.getAccount(other.token));
    }),
  );

  test(
    'a session ends by itself after thirty days, and its row goes with the next sign-in',
    inOpenWorld(async ({ accounts, db }) => {
      const { token, sessionId } = await ok(accounts.acceptWithPassword({ email, password }));
      await db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, sessionId));
      expect(await accounts.getAccount(token)).toMatchObject({ error: 'invalid_auth' });
      await ok(accounts.signIn({ email, password }));
      expect(await db.select().from(sessions)).toHaveLength(1);
    }),
  );
});

describe('a password', () => {
  test(
    'is set in the session of a code or of the invitation, and in no other',
    inOpenWorld(async ({ accounts, codeFor }) => {
      const invited = await ok(accounts.acceptWithPassword({ email, password }));
      const set = (token: string, to: string) => accounts.setPassword({ token, password: to });
      await ok(set(invited.token, 'another password'));
      expect(await accounts.signIn({ email, password })).toMatchObject({ error: 'invalid_credentials' });
      const byPassword = await ok(accounts.signIn({ email, password: 'another password' }));
      expect(await set(byPassword.token, 'a third one')).toMatchObject({ error: 'session_not_proved' });
      const again = await ok(accounts.acceptWithPassword({ email, password: 'another password' }));
      expect(await set(again.token, 'a third one')).toMatchObject({ error: 'session_not_proved' });

      // The first proof drops the password; the session that proved the address sets one.
      const proved = await ok(accounts.signIn({ email, code: await codeFor(email) }));
      await ok(set(proved.token, 'a third one'));
      await ok(accounts.signIn({ email, password: 'a third one' }));
      expect(await set(invited.token, 'a fourth one')).toMatchObject({ error: 'invalid_auth' });
    }),
  );

  test(
    'that is too short or too long is refused, and the one before stays',
    inOpenWorld(async ({ accounts }) => {
      const { token } = await ok(accounts.acceptWithPassword({ email, password }));
      for (const bad of ['', 'seven77', 'x'.repeat(129)]) {
        expect(await accounts.setPassword({ token, password: bad })).toMatchObject({
          error: 'invalid_password',
        });
      }
      await ok(accounts.signIn({ email, password }));
    }),
  );

  test(
    'is not set by a session that the first proof dropped while it was hashed',
    inOpenWorld(async ({ accounts, codeFor, db, library }) => {
      const { token } = await ok(accounts.acceptWithPassword({ email, password }));
      const code = await codeFor(email);
      const slow = accountsOn({
        ...rest(db),
        library: {
          ...library,
          hashPassword: async (text) => {
            await ok(accounts.signIn({ email, code }));
            return library.hashPassword(text);
          },
        },
      });
      expect(await slow.setPassword({ token, password: 'of the thief' })).toMatchObject({
        error: 'invalid_auth',
      });
      expect(await accounts.signIn({ email, password: 'of the thief' })).toMatchObject({
        error: 'invalid_credentials',
      });
    }),
  );
});

describe('the owner’s link', () => {
  test('lets the owner in under a closed policy, which takes nobody else', () =>
    inWorld({ policy: { kind: 'closed' } }, async ({ accounts }) => {
      await ok(accounts.setUpOnce({ secret: 'the link', email, password }));
      await ok(accounts.acceptWithPassword({ email, password }));
      const stranger = { email: 'eve@example.com', password };
      expect(await accounts.acceptWithPassword(stranger)).toMatchObject({ error: 'sign_up_closed' });
    }));

  test('makes one owner, who may create workspaces, and is then used', () =>
    inWorld({ policy: { kind: 'invite' } }, async ({ accounts }) => {
      const secret = 'the link';
      await ok(accounts.getSetUp(secret));
      const owner = await ok(accounts.setUpOnce({ secret, email, password }));
      expect(owner.account.mayCreateWorkspaces).toBe(true);
      expect(await ok(accounts.getAccount(owner.token))).toMatchObject({
        account: { mayCreateWorkspaces: true },
      });

      const used = { ok: false, error: 'invitation_used' };
      expect(await accounts.getSetUp(secret)).toEqual(used);
      expect(await accounts.setUpOnce({ secret, email: 'eve@example.com', password })).toEqual(used);
      expect(await accounts.setUpOnce({ secret, email, password })).toEqual(used);
    }));

  test('of two at once one wins', () =>
    inWorld({ policy: { kind: 'invite' } }, async ({ accounts }) => {
      const secret = 'the link';
      const both = [email, 'eve@example.com'].map((address) =>
        accounts.setUpOnce({ secret, email: address, password }),
      );
      const answers = await Promise.all(both);
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error)).toSorted()).toEqual([
        'invitation_used',
        'ok',
      ]);
    }));

  test(
    'a wrong secret is not found; a refused password leaves the link good',
    inOpenWorld(async ({ accounts }) => {
      const notFound = { ok: false, error: 'invitation_not_found' };
      expect(await accounts.getSetUp('the lin')).toEqual(notFound);
      expect(await accounts.setUpOnce({ secret: 'the lin', email, password })).toEqual(notFound);
      const short = await accounts.setUpOnce({ secret: 'the link', email, password: 'short' });
      expect(short).toMatchObject({ error: 'invalid_password' });
      await ok(accounts.setUpOnce({ secret: 'the link', email: 'bob@example.com', password }));
    }),
  );

  test('a deployment without a link has none', () =>
    inWorld({ setupSecret: undefined }, async ({ accounts }) => {
      expect(await accounts.getSetUp('')).toMatchObject({ error: 'invitation_not_found' });
    }));
});

describe('workspaces', () => {
  test(
    'a domain has one workspace, which may change its name',
    inOpenWorld(async ({ accounts }) => {
      const teamId = mintId('T');
      await ok(accounts.recordWorkspace({ teamId, name: 'Acme', domain: 'acme' }));
      await ok(accounts.recordWorkspace({ teamId, name: 'Acme Works', domain: 'acme' }));
      const taken = await accounts.recordWorkspace({ teamId: mintId('T'), name: 'Other', domain: 'acme' });
      expect(taken).toMatchObject({ error: 'domain_taken' });
    }),
  );

  test(
    'an account is one person in a workspace, however often it is linked',
    inOpenWorld(async ({ accounts, db }) => {
      const { account, token } = await ok(accounts.acceptWithPassword({ email, password }));
      const { teamId, userId } = await placeFor(accounts, account.id);
      const again = await accounts.linkWorkspace({ accountId: account.id, teamId, userId: mintId('U') });
      expect(again).toEqual({ userId });
      expect(await db.select().from(workspacePeople)).toHaveLength(1);
      expect((await ok(accounts.getAccount(token))).places).toEqual([
        { teamId, userId, name: 'Acme', domain: teamId.toLowerCase(), mustRevoke: false },
      ]);
    }),
  );
});

const dates = () => ({
  expiresAt: new Date(Date.now() + 60_000),
  createdAt: new Date(),
  updatedAt: new Date(),
});
const rest = (db: AuthDeps['db']) => ({
  db,
  policy: policyOpen,
  mailer: undefined,
  setupSecret: undefined,
  defer: () => undefined,
  now: () => new Date(),
});
