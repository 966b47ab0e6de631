import { expect, test } from 'vitest';
import { accept, refuse } from '../../protocol/refusal.ts';
import { encode } from './encode.ts';

const answer = {
  requestId: 'r1',
  warnings: [],
  contract: { scope: 'chat:write' as const },
  context: undefined,
};

test('an answer is 200 with its envelope, kept by nobody', async () => {
  const response = encode({ ...answer, outcome: accept({ ts: '1' }) });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(response.headers.get('x-slack-req-id')).toBe('r1');
  expect(response.headers.get('x-accepted-oauth-scopes')).toBe('chat:write');
  expect(await response.json()).toEqual({ ok: true, ts: '1' });
});

test('a refusal is 200 too, and tells what is for outside alone', async () => {
  const refusal = { ...refuse('missing_scope', { needed: 'a', provided: 'b', messages: ['m'] }), inner: 'x' };
  const response = encode({ ...answer, outcome: refusal });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-oauth-scopes')).toBe('b');
  expect(await response.json()).toEqual({
    ok: false,
    error: 'missing_scope',
    needed: 'a',
    provided: 'b',
    response_metadata: { messages: ['m'] },
  });
});

test('a limit is 429 with whole seconds', async () => {
  const response = encode({ ...answer, outcome: refuse('ratelimited', { retryAfterSeconds: 1.2 }) });
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('2');
  expect(await response.json()).toEqual({ ok: false, error: 'ratelimited' });
});

test('remarks on the content type stand beside the method’s own', async () => {
  const outcome = accept({
    warning: 'already_in_channel',
    response_metadata: { next_cursor: '', warnings: ['already_in_channel'] },
  });
  const response = encode({ ...answer, outcome, warnings: ['missing_charset'] });
  expect(await response.json()).toEqual({
    ok: true,
    warning: 'already_in_channel,missing_charset',
    response_metadata: { next_cursor: '', warnings: ['already_in_channel', 'missing_charset'] },
  });
});
