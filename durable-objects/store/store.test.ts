/// <reference types="@cloudflare/vitest-plugin/types" />
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Env } from '../../platform/env.ts';
import type { Mail } from '../../platform/mail/port.ts';
import type { StoreObject } from '../../protocol/objects/store.ts';
// Loaded with this file: the first test would wait for it.
import './open-accounts.ts';

const { OUTBOX, STORE } = env as unknown as Required<Pick<Env, 'OUTBOX' | 'STORE'>>;
const stubOf = (name: string) => STORE.get(STORE.idFromName(name));
const storeOf = (name: string) => stubOf(name) as unknown as StoreObject;
const email = 'ada@example.com';

async function lastMail(to: string): Promise<Mail | undefined> {
  const outbox = OUTBOX.get(OUTBOX.idFromName('outbox')) as unknown as {
    list(to: string): Promise<Mail[]>;
  };
  return (await outbox.list(to))[0];
}

test('a code comes by the outbox and signs in, over RPC', async () => {
  const store = storeOf('by code');
  expect(await store.requestCode({ email })).toEqual({ ok: true });
  const mail = await lastMail(email);
  expect(mail).toMatchObject({ to: email, kind: 'sign-in-code' });
  const code = /\d{6}/.exec(mail?.subject ?? '')?.[0] ?? '';
  expect(await store.signIn({ email, code })).toMatchObject({ ok: true, account: { email, isProved: true } });
});

test('sessions survive eviction, and their end does too', async () => {
  const store = storeOf('evicted');
  const signedIn = await store.acceptWithPassword({ email, password: 'correct horse' });
  const token = signedIn.ok ? signedIn.token : '';
  await evictDurableObject(stubOf('evicted'));
  expect(await storeOf('evicted').getAccount(token)).toMatchObject({ ok: true, account: { email } });
  const sessionIds = signedIn.ok ? [signedIn.sessionId] : [];
  expect(await storeOf('evicted').endSessions({ token, sessionIds })).toEqual({ ok: true });
  await evictDurableObject(stubOf('evicted'));
  expect(await storeOf('evicted').getAccount(token)).toEqual({ ok: false, error: 'invalid_auth' });
});

test('an object that was never written to stays empty when it is asked', async () => {
  const store = storeOf('asked');
  expect(await store.getAccount(`ewa-${'a'.repeat(40)}`)).toEqual({ ok: false, error: 'invalid_auth' });
  const tables = await runInDurableObject(stubOf('asked'), (_, { storage }: DurableObjectState) =>
    storage.sql.exec("select name from sqlite_master where name not like '\\_cf%' escape '\\'").toArray(),
  );
  expect(tables).toEqual([]);
});

test('the owner’s link of the deployment works once', async () => {
  const store = storeOf('set up');
  const request = { secret: 'set-up-secret-of-the-tests', email, password: 'correct horse' };
  expect(await store.setUpOnce(request)).toMatchObject({ ok: true, account: { mayCreateWorkspaces: true } });
  expect(await store.setUpOnce(request)).toEqual({ ok: false, error: 'invitation_used' });
});
