import { describe, expect, test } from 'vitest';
import { configOf } from './config.ts';
import { CookieJar } from './cookies.ts';
import { findCredential } from './credential.ts';
import { factsOf } from './request-facts.ts';

const secret = 'a'.repeat(40);
const team = 'T0AAAAAAAAAA';
const user = 'U0AAAAAAAAAA';
const session = `xoxs-${team}-${user}-${secret}`;
const account = `ewa-${secret}`;
const url = 'https://edge.example/api/auth.test';
const ownPage = { origin: 'https://edge.example', 'x-edgewise-workspace': team };
const config = configOf({} as Parameters<typeof configOf>[0]);

const find = (
  init: { method?: string; headers?: Record<string, string> },
  {
    bodyToken,
    kind = 'user',
    hasTokenInUrl = false,
  }: { bodyToken?: unknown; kind?: 'user' | 'account'; hasTokenInUrl?: boolean } = {},
) => {
  const request = new Request(url, { method: 'POST', ...init });
  return findCredential(request, { bodyToken, hasTokenInUrl }, { tokens: [kind] }, factsOf(request, config));
};

describe('a token', () => {
  test('comes in the header or in the body', () => {
    const found = { ok: true, credential: { token: session, kind: 'workspace' } };
    expect(find({ headers: { authorization: `Bearer ${session}` } })).toMatchObject(found);
    expect(find({}, { bodyToken: session })).toMatchObject(found);
    expect(find({ headers: { authorization: `bearer ${account}` } })).toMatchObject({
      credential: { kind: 'account' },
    });
  });

  test('none is not_authed', () => {
    expect(find({})).toMatchObject({ error: 'not_authed' });
    expect(find({}, { bodyToken: '' })).toMatchObject({ error: 'not_authed' });
  });

  test.each(['', 'Basic eDp5', 'Bearer', 'Bearer xoxb-1', `Bearer ${session}x`, `Bearer ${session} x`])(
    'the header %j is invalid_auth',
    (authorization) => {
      expect(find({ headers: { authorization } })).toMatchObject({ error: 'invalid_auth' });
    },
  );

  test('in the URL it is refused, whatever else came', () => {
    const headers = { authorization: `Bearer ${session}` };
    expect(find({ headers }, { hasTokenInUrl: true })).toMatchObject({ error: 'invalid_auth' });
  });
});

describe('a cookie', () => {
  const cookie = `other=1; __Host-edgewise-${team}=${team}.${user}.${secret}; __Host-edgewise-account=${account}`;

  test('of one of our pages is that session, or that account', () => {
    const headers = { ...ownPage, cookie };
    expect(find({ headers })).toMatchObject({ credential: { token: session } });
    expect(find({ headers }, { kind: 'account' })).toMatchObject({ credential: { token: account } });
  });

  test.each([
    ['with GET', { method: 'GET', headers: { ...ownPage, cookie } }],
    ['without Origin', { headers: { 'x-edgewise-workspace': team, cookie } }],
    ['from another origin', { headers: { ...ownPage, origin: 'https://edge.example.evil', cookie } }],
    ['without our header', { headers: { origin: ownPage.origin, cookie } }],
    ['for another workspace', { headers: { ...ownPage, 'x-edgewise-workspace': 'T0BBBBBBBBBB', cookie } }],
    ['without __Host- on https', { headers: { ...ownPage, cookie: cookie.replaceAll('__Host-', '') } }],
  ])('%s counts for nothing', (_, init) => {
    expect(find(init)).toMatchObject({ error: 'not_authed' });
  });

  test('of another workspace’s session under this one’s name is refused', () => {
    const wrong = `__Host-edgewise-${team}=T0BBBBBBBBBB.${user}.${secret}`;
    expect(find({ headers: { ...ownPage, cookie: wrong } })).toMatchObject({ error: 'invalid_auth' });
  });
});

type Place = Parameters<CookieJar['setAccount']>[1][number];

describe('cookies that are set', () => {
  const jarOf = (headers: Record<string, string>, address = url, places: readonly Place[] = []) => {
    const request = new Request(address, { method: 'POST', headers });
    const jar = new CookieJar(request, factsOf(request, config));
    jar.setAccount(account, places);
    jar.setWorkspace(session);
    return jar.lines;
  };

  test('are out of reach of scripts and other sites', () => {
    expect(jarOf(ownPage)).toEqual([
      expect.stringMatching(
        /^__Host-edgewise-account=ewa-a{40}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
      ),
      expect.stringMatching(/^__Host-edgewise-T0A{10}=T0A{10}\.U0A{10}\.a{40}; .*; Secure$/),
    ]);
  });

  test('of an account take the sessions of others out of the browser, and leave its own', () => {
    const mine = `__Host-edgewise-${team}=${team}.${user}.${secret}`;
    const others = `__Host-edgewise-T0BBBBBBBBBB=T0BBBBBBBBBB.${user}.${secret}`;
    const headers = { ...ownPage, cookie: `${mine}; ${others}; edgewise-Tx=y; theme=dark` };
    const cleared = (places: readonly Place[]): string[] =>
      jarOf(headers, url, places).filter((line) => line.includes('Max-Age=0;'));
    const [own, other] = [
      { teamId: team, userId: user } as Place,
      { teamId: 'T0BBBBBBBBBB', userId: 'U0BBBBBBBBBB' } as Place,
    ];
    expect(cleared([own, other])).toEqual([expect.stringMatching(/^__Host-edgewise-T0BBBBBBBBBB=; /)]);
    expect(cleared([])).toHaveLength(2);
  });

  test('have neither prefix nor Secure on plain http', () => {
    const headers = { ...ownPage, origin: 'http://localhost:8787' };
    const lines = jarOf(headers, 'http://localhost:8787/api/auth.test');
    expect(lines[0]).toMatch(/^edgewise-account=/);
    expect(lines.join()).not.toContain('Secure');
  });

  test('go to our own pages alone', () => {
    expect(jarOf({ ...ownPage, origin: 'https://evil.example' })).toEqual([]);
    expect(jarOf({})).toEqual([]);
  });
});
