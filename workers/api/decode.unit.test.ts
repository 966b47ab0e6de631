import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { wordsBytesMax } from './read-body.ts';

const url = 'https://edge.example/api/chat.postMessage';
const post = (body: string | Uint8Array, contentType?: string, query = '') =>
  decode(
    new Request(url + query, {
      method: 'POST',
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      headers: contentType === undefined ? {} : { 'content-type': contentType },
    }),
  );
const form = 'application/x-www-form-urlencoded';

describe('what a call may be written as', () => {
  test('a form: objects stay text, the last one of a name counts', async () => {
    const decoded = await post('channel=C1&text=a%20b+c&blocks=%5B%5D&channel=C2', form);
    expect(decoded).toMatchObject({ ok: true, args: { channel: 'C2', text: 'a b c', blocks: '[]' } });
  });

  test('no content type is read as a form', async () => {
    expect(await post('channel=C1')).toMatchObject({ ok: true, args: { channel: 'C1' } });
  });

  test('JSON, and JSON with nothing in it', async () => {
    const json = 'application/json; charset=utf-8';
    expect(await post('{"limit":5,"users":["U1"]}', json)).toMatchObject({
      args: { limit: 5, users: ['U1'] },
    });
    expect(await post('', json)).toMatchObject({ ok: true, args: {} });
    expect(await post(' \n', json)).toMatchObject({ ok: true, args: {} });
  });

  test.each(['', '\r\n'])('multipart, begun by %j; files are left out', async (preamble) => {
    const part = (name: string, value: string, more = '') =>
      `--xx\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
    const body = `${preamble}${part('channel', 'C1')}${part('text', 'zwölf')}${part('file', 'bytes', '; filename="a.txt"')}--xx--\r\n`;
    const decoded = await post(body, 'multipart/form-data; boundary=xx');
    expect(decoded).toMatchObject({ ok: true });
    expect(decoded.ok && decoded.args).toEqual({ channel: 'C1', text: 'zwölf' });
  });

  test('a query, and beside a body the body wins', async () => {
    expect(await decode(new Request(`${url}?channel=C1&limit=3`))).toMatchObject({
      args: { channel: 'C1', limit: '3' },
    });
    expect(await post('channel=C2', form, '?channel=C1&limit=3')).toMatchObject({
      args: { channel: 'C2', limit: '3' },
    });
  });
});

describe('where the token may be', () => {
  test('in the body, and then it is no argument', async () => {
    const decoded = await post('token=xoxb-1&channel=C1', form);
    expect(decoded).toMatchObject({ bodyToken: 'xoxb-1', hasTokenInUrl: false });
    expect(decoded.ok && decoded.args).toEqual({ channel: 'C1' });
  });

  test('one in the URL is seen, with POST too', async () => {
    expect(await decode(new Request(`${url}?token=xoxb-1`))).toMatchObject({ hasTokenInUrl: true });
    expect(await post('channel=C1', form, '?token=xoxb-1')).toMatchObject({ hasTokenInUrl: true });
  });
});

describe('what is refused', () => {
  test.each([
    ['{"a":', 'application/json', 'invalid_json'],
    ['[1]', 'application/json', 'json_not_object'],
    ['"text"', 'application/json', 'json_not_object'],
    ['null', 'application/json', 'json_not_object'],
    ['channel=C1', 'text/plain', 'invalid_post_type'],
    ['nothing like parts', 'multipart/form-data; boundary=xx', 'invalid_form_data'],
    ['--xx', 'multipart/form-data', 'invalid_form_data'],
  ])('%j as %s is %s', async (body, contentType, error) => {
    expect(await post(body, contentType)).toMatchObject({ ok: false, error });
  });

  test('JSON that is no UTF-8', async () => {
    const body = Uint8Array.from([...new TextEncoder().encode('{"a":"'), 0xff, 0x22, 0x7d]);
    expect(await post(body, 'application/json')).toMatchObject({ error: 'invalid_json' });
  });

  test('a body above the limit, with and without its length told', async () => {
    const body = 'a'.repeat(wordsBytesMax + 1);
    expect(await post(body, form)).toMatchObject({ error: 'request_too_large' });
    const stream = new Response(body).body;
    const streamed = new Request(url, { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
    expect(await decode(streamed)).toMatchObject({ error: 'request_too_large' });
  });
});

test.each([
  ['application/json', ['missing_charset']],
  ['application/json; charset=utf-8', []],
  [form, []],
  [`${form}; charset=utf-8`, ['superfluous_charset']],
])('Slack’s remark on %s is %j', async (contentType, warnings) => {
  expect(await post(contentType.startsWith('application/json') ? '{}' : 'a=b', contentType)).toMatchObject({
    warnings,
  });
});

test('a field that is called like an object’s own is a field', async () => {
  const decoded = await post('{"__proto__":{"x":1},"constructor":"y"}', 'application/json; charset=utf-8');
  expect(decoded.ok && Object.keys(decoded.args)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});
