import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import { startHouse, type House } from '../support/house.ts';
import { join, signUp, unique, type TestPerson, type TestWorkspace } from '../support/workspace.ts';
import { send, type Sent } from './send.ts';

const strict = { SIGN_UP_LIMIT_FACTOR: '1' };
const newEmail = (): string => `${unique('mail')}@test.example`;

let lastAddress = 0;
const newAddress = (): string => `198.51.100.${(lastAddress += 1)}`;

/** A call as if from an address: the platform sets the header, and takes nobody else’s word for it. */
const callFrom = (
  house: House,
  address: string,
  method: string,
  args: Record<string, unknown>,
): Promise<Sent> => send(house.url, method, args, { headers: { 'cf-connecting-ip': address } });

function expectLimited({ status, headers, answer }: Sent, secondsMax: number): void {
  expect(answer).toEqual({ ok: false, error: 'ratelimited' });
  expect(status).toBe(429);
  expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(secondsMax);
}

describe('before a caller is known', () => {
  let house: House;
  let workspace: TestWorkspace;
  let member: TestPerson;
  beforeAll(async () => {
    house = await startHouse({ vars: strict });
    workspace = await signUp(house);
    member = await join(workspace);
  });
  afterAll(() => house.stop());
  const signIn = (address: string, email: string, password = 'not the password') =>
    callFrom(house, address, 'account.signIn', { email, password });
  const invite = async (): Promise<string> => {
    const args = { max_uses: 100 };
    return (await ask(house.url, 'invitations.create', workspace.owner.token, args)).secret;
  };

  test('the eleventh sign-in of an address in a minute is refused, also with the right password', async () => {
    const address = newAddress();
    for (let tries = 0; tries < 10; tries += 1)
      expect((await signIn(address, newEmail())).answer.error).toBe('invalid_credentials');
    expectLimited(await signIn(address, newEmail()), 60);
    expectLimited(await signIn(address, member.email, member.password), 60);
    expect((await signIn(newAddress(), newEmail())).answer.error).toBe('invalid_credentials');
  });

  test('asking for codes counts with the sign-ins of an address', async () => {
    const address = newAddress();
    for (let tries = 0; tries < 10; tries += 1) {
      const { answer } = await callFrom(house, address, 'account.requestCode', { email: newEmail() });
      expect(answer.ok).toBe(true);
    }
    expectLimited(await signIn(address, newEmail()), 60);
    expectLimited(await callFrom(house, address, 'account.requestCode', { email: newEmail() }), 60);
  });

  test('the sixth sign-in of an e-mail in fifteen minutes is refused, wherever it comes from', async () => {
    const email = newEmail();
    for (let tries = 0; tries < 5; tries += 1)
      expect((await signIn(newAddress(), email)).answer.error).toBe('invalid_credentials');
    expectLimited(await signIn(newAddress(), email.toUpperCase()), 15 * 60);
    expect((await signIn(newAddress(), newEmail())).answer.error).toBe('invalid_credentials');
  });

  test('the 64 bits of an IPv6 address are one address', async () => {
    for (let tries = 0; tries < 10; tries += 1)
      expect((await signIn(`2001:db8:0:7::${tries + 1}`, newEmail())).answer.ok).toBe(false);
    expectLimited(await signIn('2001:db8:0:7:ffff::1', newEmail()), 60);
    expect((await signIn('2001:db8:0:8::1', newEmail())).answer.error).toBe('invalid_credentials');
  });

  test('the twenty-first acceptance of an address in an hour is refused', async () => {
    const [secret, address] = [await invite(), newAddress()];
    const take = (from: string, password: string): Promise<Sent> =>
      callFrom(house, from, 'invitations.accept', {
        secret,
        email: newEmail(),
        real_name: 'Nora New',
        password,
      });
    for (let tries = 0; tries < 20; tries += 1)
      expect((await take(address, 'short')).answer.error).toBe('password_too_short');
    expectLimited(await take(address, 'correct horse battery'), 60 * 60);
    expect((await take(newAddress(), 'correct horse battery')).answer.ok).toBe(true);
  });

  test('the sixth acceptance for an e-mail in fifteen minutes is refused: it tries a password', async () => {
    const secret = await invite();
    const take = (): Promise<Sent> =>
      callFrom(house, newAddress(), 'invitations.accept', {
        secret,
        email: workspace.owner.email,
        real_name: 'Nora New',
        password: 'not the password',
      });
    for (let tries = 0; tries < 5; tries += 1)
      expect((await take()).answer.error).toBe('invalid_credentials');
    expectLimited(await take(), 15 * 60);
  });

  test('the twenty-first workspace of an address in an hour is refused', async () => {
    const [address, { accountToken }] = [newAddress(), workspace];
    const make = (): Promise<Sent> =>
      send(
        house.url,
        'workspaces.create',
        { name: unique('Many'), real_name: 'Olive Owner' },
        { token: accountToken, headers: { 'cf-connecting-ip': address } },
      );
    for (let made = 0; made < 20; made += 1) expect((await make()).answer.ok).toBe(true);
    expectLimited(await make(), 60 * 60);
  });
});

test('a call too many is refused before anything is hashed: the Store, which hashes, is not asked', async () => {
  const house = await startHouse({ vars: strict, without: ['STORE'] });
  try {
    const address = newAddress();
    const signIn = (): Promise<Sent> =>
      callFrom(house, address, 'account.signIn', { email: newEmail(), password: 'whatever it is' });
    // Without a Store a call that is let through fails.
    for (let tries = 0; tries < 10; tries += 1) expect((await signIn()).answer.error).toBe('internal_error');
    expectLimited(await signIn(), 60);
  } finally {
    await house.stop();
  }
});

test('each tier of a token has its own limit, and what was refused is not there', async () => {
  const limits = { posting: { perSecond: 0.1, burst: 4 }, tier4: { perSecond: 0.1, burst: 2 } };
  const house = await startHouse({ vars: { RATE_LIMITS: JSON.stringify(limits) } });
  try {
    const { owner, generalId: channel } = await signUp(house);
    const sent = await Promise.all(
      ['1', '2', '3', '4', '5', '6'].map((text) => post(house, owner, channel, text)),
    );
    const refused = sent.filter(({ answer }) => !answer.ok);
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) expectLimited(one, 10);
    const { answer } = await send(house.url, 'auth.test', {}, { token: owner.token });
    expect(answer.ok).toBe(true);
    const { messages } = await ask(house.url, 'conversations.history', owner.token, { channel });
    expect(messages).toHaveLength(sent.length - refused.length);
  } finally {
    await house.stop();
  }
});

test('a channel takes so many posts a second from all together, and another channel takes its own', async () => {
  const house = await startHouse({ vars: { RATE_LIMITS: JSON.stringify({ channelPostsPerSecond: 1 }) } });
  try {
    const workspace = await signUp(house);
    const { owner, generalId } = workspace;
    const people = [owner, await join(workspace)];
    const { channel: other } = await ask(house.url, 'conversations.create', owner.token, { name: 'other' });
    const sent = await Promise.all(
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((text, index) =>
        post(house, people[index % 2] ?? owner, generalId, text),
      ),
    );
    const refused = sent.filter(({ answer }) => !answer.ok);
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) expectLimited(one, 1);
    expect((await post(house, owner, other.id, 'x')).answer.ok).toBe(true);
  } finally {
    await house.stop();
  }
});

const post = (house: House, { token }: TestPerson, channel: string, text: string): Promise<Sent> =>
  send(house.url, 'chat.postMessage', { channel, text }, { token });
