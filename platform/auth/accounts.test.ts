import { describe, expect, test } from 'vitest';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { email, inOpenWorld, inWorld, ok, password, wrong } from './test-world.ts';

const { credentials, sessions, users, verifications } = accountsSchema;

describe('by code', () => {
  test(
    'a code signs in once, makes the account, and proves the address',
    inOpenWorld(async ({ accounts, codeFor, mails }) => {
      const code = await codeFor(email);
      expect(mails).toMatchObject([
        { to: email, kind: 'sign-in-code', subject: expect.stringContaining(code) as string },
      ]);
      const first = await ok(accounts.signIn({ email: ' Ada@Example.com ', code }));
      expect(first.token).toMatch(/^ewa-[A-Za-z0-9]{40}$/);
      expect(first.account).toMatchObject({ email, isProved: true, mayCreateWorkspaces: true });
      expect(await accounts.signIn({ email, code })).toMatchObject({ ok: false, error: 'invalid_code' });

      const again = await ok(accounts.signIn({ email, code: await codeFor(email) }));
      expect(again.account.id).toBe(first.account.id);
      const got = await ok(accounts.getAccount(first.token));
      expect(got).toMatchObject({ account: first.account, sessionId: first.sessionId, places: [] });
    }),
  );

  test(
    'a wrong code is refused, and after three the right one too',
    inOpenWorld(async ({ accounts, codeFor }) => {
      const code = await codeFor(email);
      for (let tries = 0; tries < 3; tries += 1) {
        expect(await accounts.signIn({ email, code: wrong(code) })).toMatchObject({ error: 'invalid_code' });
      }
      expect(await accounts.signIn({ email, code })).toMatchObject({ error: 'code_expired' });
      await ok(accounts.signIn({ email, code: await codeFor(email) }));
    }),
  );

  test(
    'an old code is expired, and a newer code voids the one before',
    inOpenWorld(async ({ accounts, codeFor, db }) => {
      const old = await codeFor(email);
      const newer = await codeFor(email);
      if (old !== newer)
        expect(await accounts.signIn({ email, code: old })).toMatchObject({ error: 'invalid_code' });
      await db.update(verifications).set({ expiresAt: new Date(Date.now() - 1) });
      expect(await accounts.signIn({ email, code: newer })).toMatchObject({ error: 'code_expired' });
    }),
  );

  test(
    'neither a code nor a session lies in the database as it is handed out',
    inOpenWorld(async ({ accounts, codeFor, db }) => {
      const code = await codeFor(email);
      expect(JSON.stringify(await db.select().from(verifications))).not.toContain(code);
      const { token } = await ok(accounts.signIn({ email, code }));
      const stored = await db.select().from(sessions);
      expect(JSON.stringify(stored)).not.toContain(token.slice('ewa-'.length));
      const [row] = stored;
      expect(await accounts.getAccount(`ewa-${row?.token}`)).toMatchObject({ error: 'invalid_auth' });
    }),
  );

  test('without a mailer a code is refused, whoever asks', () =>
    inWorld({ mailer: undefined }, async ({ accounts }) => {
      expect(await accounts.requestCode({ email })).toMatchObject({ error: 'mail_not_configured' });
    }));

  test(
    'what is no address is refused',
    inOpenWorld(async ({ accounts, mails }) => {
      for (const bad of [
        'ada',
        'ada@',
        '@example.com',
        'ada@example',
        'a\r\nb@example.com',
        'ädа@example.com',
      ]) {
        expect(await accounts.requestCode({ email: bad })).toMatchObject({ error: 'invalid_email' });
      }
      expect(mails).toEqual([]);
    }),
  );
});

describe('the sign-up policy', () => {
  test.each(['invite', 'closed'] as const)(
    '%s: a stranger gets the same answer, no mail, no account',
    (kind) =>
      inWorld({ policy: { kind } }, async ({ accounts, codeFor, mails, library, db }) => {
        await ok(accounts.setUpOnce({ secret: 'the link', email, password }));
        expect(await codeFor('eve@example.com')).toBe('no mail');
        expect(await accounts.requestCode({ email: 'eve@example.com' })).toEqual(
          await accounts.requestCode({ email }),
        );
        expect(mails.map(({ to }) => to)).toEqual([email]);

        // Even with the right code, which nobody was sent.
        const code = await library.makeCode('eve@example.com');
        expect(await accounts.signIn({ email: 'eve@example.com', code })).toMatchObject({
          error: 'invalid_code',
        });
        expect(await db.select().from(users)).toHaveLength(1);
      }),
  );

  test('a stranger’s tries end as an account’s do', () =>
    inWorld({ policy: { kind: 'invite' } }, async ({ accounts, codeFor }) => {
      await ok(accounts.acceptWithPassword({ email, password }));
      const tries = async (address: string) => {
        const code = wrong(await codeFor(address));
        const answers = [];
        for (let at = 0; at < 5; at += 1) answers.push(await accounts.signIn({ email: address, code }));
        return answers;
      };
      expect(await tries('eve@example.com')).toEqual(await tries(email));
    }));

  test('invite: who has an account gets in by code and may not create workspaces', () =>
    inWorld({ policy: { kind: 'invite' } }, async ({ accounts, codeFor }) => {
      await ok(accounts.acceptWithPassword({ email, password }));
      const { account } = await ok(accounts.signIn({ email, code: await codeFor(email) }));
      expect(account).toMatchObject({ isProved: true, mayCreateWorkspaces: false });
    }));

  test('domain: only listed domains, and only proved addresses may create workspaces', () =>
    inWorld({ policy: { kind: 'domain', domains: ['example.com'] } }, async ({ accounts, codeFor }) => {
      expect(await codeFor('eve@evil-example.com')).toBe('no mail');
      const unproved = await ok(accounts.acceptWithPassword({ email: 'bob@example.com', password }));
      expect(unproved.account.mayCreateWorkspaces).toBe(false);
      const { account } = await ok(accounts.signIn({ email, code: await codeFor(email) }));
      expect(account.mayCreateWorkspaces).toBe(true);
    }));
});

describe('by password', () => {
  test(
    'an accepted invitation makes an account that is not proved, and its password signs in',
    inOpenWorld(async ({ accounts }) => {
      const { account } = await ok(accounts.acceptWithPassword({ email, password }));
      expect(account.isProved).toBe(false);
      const signedIn = await ok(accounts.signIn({ email, password }));
      expect(signedIn.account.id).toBe(account.id);
    }),
  );

  test(
    'a wrong password, no password and no account are refused alike',
    inOpenWorld(async ({ accounts, codeFor }) => {
      await ok(accounts.acceptWithPassword({ email, password }));
      await ok(accounts.signIn({ email: 'bob@example.com', code: await codeFor('bob@example.com') }));
      const refused = { ok: false, error: 'invalid_credentials' };
      expect(await accounts.signIn({ email, password: `${password}!` })).toEqual(refused);
      expect(await accounts.signIn({ email: 'bob@example.com', password })).toEqual(refused);
      expect(await accounts.signIn({ email: 'eve@example.com', password })).toEqual(refused);
    }),
  );

  test(
    'accepting never changes a password: the right one proceeds, another is account_exists',
    inOpenWorld(async ({ accounts, codeFor }) => {
      const first = await ok(accounts.acceptWithPassword({ email, password }));
      const repeat = await ok(accounts.acceptWithPassword({ email, password }));
      expect(repeat.account.id).toBe(first.account.id);
      const other = await accounts.acceptWithPassword({ email, password: 'another password' });
      expect(other).toMatchObject({ error: 'account_exists' });
      await ok(accounts.signIn({ email, password }));

      // An account without a password gets none.
      await ok(accounts.signIn({ email: 'bob@example.com', code: await codeFor('bob@example.com') }));
      const bob = await accounts.acceptWithPassword({ email: 'bob@example.com', password });
      expect(bob).toMatchObject({ error: 'account_exists' });
    }),
  );

  test(
    'two at once with one address make one account',
    inOpenWorld(async ({ accounts, db }) => {
      const answers = await Promise.all([
        accounts.acceptWithPassword({ email, password }),
        accounts.acceptWithPassword({ email, password: 'another password' }),
      ]);
      expect(answers.filter(({ ok: isOk }) => isOk)).toHaveLength(1);
      expect(answers.find(({ ok: isOk }) => !isOk)).toMatchObject({ error: 'account_exists' });
      expect(await db.select().from(credentials)).toHaveLength(1);
    }),
  );

  test(
    'a password that is too short or too long is refused, and makes nothing',
    inOpenWorld(async ({ accounts, db }) => {
      for (const bad of ['', 'seven77', 'x'.repeat(129)]) {
        const answer = await accounts.acceptWithPassword({ email, password: bad });
        expect(answer).toMatchObject({ error: 'invalid_password' });
      }
      expect(await db.select().from(users)).toEqual([]);
    }),
  );
});
