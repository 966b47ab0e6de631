import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from '../support/raw-request.ts';
import { startHouse, type House } from '../support/house.ts';
import { ask } from '../support/ask.ts';
import { outboxPage } from '../../dev/outbox/page.ts';
import { readMails } from '../../dev/outbox-client.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const read = (headers: Record<string, string> = {}, path = '/dev/outbox') =>
  request(house.port, path, { 'x-outbox-secret': house.outboxSecret, ...headers });

describe('the host', () => {
  test.each(['localhost', '127.0.0.1', 'LOCALHOST'])('%s with our port is served', async (name) => {
    expect((await request(house.port, '/', { host: `${name}:${house.port}` })).status).toBe(200);
  });

  test.each([
    ['a foreign name that was rebound to us', () => `evil.example:${house.port}`],
    ['a name that starts like ours', () => `localhost.evil.example:${house.port}`],
    ['a name that resolves to us', () => `127.0.0.1.nip.io:${house.port}`],
    ['our name with another port', () => 'localhost:1'],
    ['our name without a port', () => 'localhost'],
  ])('%s is refused with one plain line', async (_, host) => {
    for (const path of ['/', '/api/api.test', '/dev/outbox', '/gateway']) {
      const { status, text } = await request(house.port, path, { host: host() });
      expect(status).toBe(421);
      expect(text.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe('the outbox', () => {
  test('opens for a caller on this machine who has the secret', async () => {
    const { status, text } = await read();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ mails: [] });
  });

  test('takes the secret in the address too, for the page', async () => {
    const path = `/dev/outbox?secret=${house.outboxSecret}`;
    const { status, text, headers } = await request(house.port, path, { accept: 'text/html' });
    expect(status).toBe(200);
    expect(text).toContain('<h1>Outbox</h1>');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('stays shut without the secret', async () => {
    for (const secret of ['', 'wrong', `${house.outboxSecret}x`, house.outboxSecret.slice(1)])
      expect((await read({ 'x-outbox-secret': secret })).status).toBe(403);
    expect((await request(house.port, '/dev/outbox', {})).status).toBe(403);
  });

  test.each([
    ['cf-ray', '8a1b2c3d4e5f'],
    ['cdn-loop', 'cloudflare'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-forwarded-host', 'localhost'],
    ['x-forwarded-anything', '1'],
    ['forwarded', 'for=127.0.0.1'],
    ['cf-connecting-ip', '203.0.113.9'],
  ])('does not exist for a request with %s', async (name, value) => {
    expect((await read({ [name]: value })).status).toBe(404);
  });

  test('keeps mails, newest first, and finds those to one address', async () => {
    const [one, two] = ['one@outbox.example', 'two@outbox.example'] as const;
    await ask(house.url, 'account.requestCode', undefined, { email: one });
    await ask(house.url, 'account.requestCode', undefined, { email: two });
    const { mails } = JSON.parse((await read()).text) as { mails: { to: string }[] };
    expect(mails.map(({ to }) => to)).toEqual([two, one]);
    const mine = await readMails(house, 'ONE@outbox.example');
    expect(mine).toEqual([
      expect.objectContaining({ to: one, kind: 'sign-in-code', text: expect.stringMatching(/\b\d{6}\b/) }),
    ]);
  });

  test('shows a mail on the page as text, never as HTML', () => {
    const hostile = '<script>alert("1")</script>';
    const page = outboxPage([{ id: 1, at: 0, to: hostile, subject: hostile, text: hostile, kind: 'x' }]);
    expect(page).not.toContain('<script>');
    expect(page.match(/&#60;script&#62;/g)).toHaveLength(3);
  });
});
