/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Env } from '../../platform/env.ts';
import { storeOf } from '../../platform/objects.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import { dispatch } from './dispatch.ts';

const usual: Env = { ...(env as unknown as Env), SIGN_UP_LIMIT_FACTOR: '1' };

interface Answer {
  readonly ok: boolean;
  readonly error?: string;
}
/** Counts what reaches the Store. */
function watched(): { bindings: Env; asked: () => number } {
  let asked = 0;
  const STORE = new Proxy(usual.STORE, {
    get: (target, key) => {
      if (key === 'get') asked += 1;
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { bindings: { ...usual, STORE }, asked: () => asked };
}

async function call(
  bindings: Env,
  method: string,
  address: string,
  { token, ...args }: Record<string, string>,
): Promise<Answer & { retryAfter: string | null }> {
  const headers = {
    'content-type': 'application/json',
    'cf-connecting-ip': address,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const body = JSON.stringify(args);
  const request = new Request(`http://localhost/api/${method}`, { method: 'POST', headers, body });
  const response = await dispatch(request, bindings, method);
  const answer: Answer = await response.json();
  return { ...answer, retryAfter: response.headers.get('retry-after') };
}

/** As after so many guesses of this address. */
async function guessed(address: string, taken: number): Promise<void> {
  const { COUNTER } = usual;
  const stub = COUNTER.get(COUNTER.idFromName(`guess:address:${address}`));
  await runInDurableObject(stub, (_, { storage }: DurableObjectState) => {
    storage.kv.put('window', { endsAt: Date.now() + 300_000, taken });
  });
}

const madeUp = `ewa-${'a'.repeat(40)}`;
const good = async (): Promise<string> => {
  const email = `${mintId('U').toLowerCase()}@example.com`;
  const signedIn = await storeOf(usual).acceptWithPassword({ email, password: 'correct horse' });
  return signedIn.ok ? signedIn.token : '';
};

test('made-up tokens of accounts reach the Store so often for an address, and then no more', async () => {
  const { bindings, asked } = watched();
  const address = '192.0.2.10';
  await guessed(address, 598);
  for (const error of ['invalid_auth', 'invalid_auth', 'ratelimited', 'ratelimited']) {
    expect(await call(bindings, 'account.get', address, { token: madeUp })).toMatchObject({ error });
  }
  expect(asked()).toBe(2);
  const refused = await call(bindings, 'users.list', address, { token: madeUp });
  expect([refused.error, Number(refused.retryAfter) > 200]).toEqual(['ratelimited', true]);
  expect(asked()).toBe(2);
  // Others are not concerned.
  expect(await call(bindings, 'account.get', '192.0.2.11', { token: await good() })).toMatchObject({
    ok: true,
  });
});

test('made-up links are counted with them', async () => {
  const { bindings, asked } = watched();
  const address = '192.0.2.20';
  await guessed(address, 598);
  for (const error of ['invitation_not_found', 'invitation_not_found', 'ratelimited']) {
    const secret = asked() === 0 ? 'made up' : `${mintId('T')}-${'a'.repeat(40)}`;
    expect(await call(bindings, 'invitations.get', address, { secret })).toMatchObject({ error });
  }
  expect(await call(bindings, 'account.get', address, { token: madeUp })).toMatchObject({
    error: 'ratelimited',
  });
  expect(asked()).toBe(1);
});

test('an office behind one address, all of whom are let in, uses up nothing', async () => {
  const address = '192.0.2.30';
  await guessed(address, 599);
  const token = await good();
  for (let person = 0; person < 20; person += 1) {
    expect(await call(usual, 'account.get', address, { token })).toMatchObject({ ok: true });
  }
  expect(await call(usual, 'account.get', address, { token: madeUp })).toMatchObject({
    error: 'invalid_auth',
  });
});

test('an account has a rate of its own, whatever session calls, and others have theirs', async () => {
  const [mine, other] = [await good(), await good()];
  const take = async (token: string): Promise<string> => {
    const answer = await storeOf(usual).getAccount(token, 'tier2');
    return answer.ok ? 'ok' : answer.error;
  };
  const answers = new Set<string>();
  for (let calls = 0; calls < 2_000 && !answers.has('ratelimited'); calls += 50) {
    for (const answer of await Promise.all(Array.from({ length: 50 }, () => take(mine)))) answers.add(answer);
  }
  expect(answers).toEqual(new Set(['ok', 'ratelimited']));
  expect(await take(other)).toBe('ok');
});
