import { expect, test } from 'vitest';
import { teamId } from '../gateway/testing/sample.ts';
import { callerFor } from './call.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function answering(body: string, init: ResponseInit = {}): { sent: Sent[]; fetch: typeof fetch } {
  const sent: Sent[] = [];
  const answer: typeof fetch = async (url, request = {}) => {
    sent.push({ url: url as string, init: request });
    return new Response(body, init);
  };
  return { sent, fetch: answer };
}

test('a call is a POST of JSON with the header that a cookie needs', async () => {
  const { sent, fetch } = answering('{"ok":true,"url":"u"}');
  const answer = await callerFor(teamId, { fetch })('conversations.mark', { channel: 'C1', ts: '1.2' });
  expect(answer).toEqual({ ok: true, url: 'u' });
  expect(sent[0]?.url).toBe('/api/conversations.mark');
  expect(sent[0]?.init).toMatchObject({
    method: 'POST',
    body: '{"channel":"C1","ts":"1.2"}',
    credentials: 'same-origin',
    redirect: 'error',
    headers: { 'x-edgewise-workspace': teamId },
  });
});

test('the account’s calls name no workspace, and still have the header', async () => {
  const { sent, fetch } = answering('{"ok":true}');
  await callerFor(undefined, { fetch })('account.get', {});
  expect(sent[0]?.init.headers).toMatchObject({ 'x-edgewise-workspace': 'account' });
});

test('a refusal is a value, with what a person can do about it', async () => {
  const body = '{"ok":false,"error":"name_taken","response_metadata":{"messages":["[ERROR] taken"]}}';
  const { fetch } = answering(body);
  expect(await callerFor(teamId, { fetch })('conversations.create', { name: 'x' })).toEqual({
    ok: false,
    error: 'name_taken',
    messages: ['[ERROR] taken'],
  });
});

test('too many calls say when to come again', async () => {
  const { fetch } = answering('{"ok":false,"error":"ratelimited"}', {
    status: 429,
    headers: { 'retry-after': '7' },
  });
  expect(await callerFor(teamId, { fetch })('auth.test', {})).toEqual({
    ok: false,
    error: 'ratelimited',
    retryAfterSeconds: 7,
  });
});

test.each(['', '<html>', 'nul'])('an answer that is none is unreachable: %j', async (body) => {
  const { fetch } = answering(body, { status: 502 });
  expect(await callerFor(teamId, { fetch })('auth.test', {})).toEqual({ ok: false, error: 'unreachable' });
});

test('no network is unreachable', async () => {
  const broken: typeof fetch = async () => {
    throw new TypeError('failed');
  };
  expect(await callerFor(teamId, { fetch: broken })('auth.test', {})).toEqual({
    ok: false,
    error: 'unreachable',
  });
});
