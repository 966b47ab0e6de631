import type { RawAnswer, RawArguments } from './ask-raw.ts';

/** The ways in which Slack's callers write arguments. */
export const encodings = ['json', 'form', 'multipart', 'multipart after a line end', 'query'] as const;
export type Encoding = (typeof encodings)[number];

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly answer: RawAnswer;
}
export interface SendOptions {
  readonly encoding?: Encoding;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call as bytes on the wire: with everything that the answer has around its body. */
export async function send(
  url: string,
  method: string,
  args: RawArguments,
  { encoding = 'json', token, headers = {} }: SendOptions = {},
): Promise<Sent> {
  const { path, ...init } = encoded(encoding, args);
  const response = await fetch(`${url}/api/${method}${path}`, {
    ...init,
    headers: {
      ...init.headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  });
  const answer = (await response.json()) as RawAnswer;
  return { status: response.status, headers: response.headers, answer };
}

interface Encoded {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function encoded(encoding: Encoding, args: RawArguments): Encoded {
  const fields = Object.entries(args).map(([name, value]): [string, string] => [name, asText(value)]);
  const form = new URLSearchParams(fields).toString();
  const post = (type: string, body: string): Encoded => ({
    path: '',
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  switch (encoding) {
    case 'json':
      return post('application/json; charset=utf-8', JSON.stringify(args));
    case 'form':
      return post('application/x-www-form-urlencoded', form);
    case 'multipart':
      return post(`multipart/form-data; boundary=${boundary}`, multipart(fields));
    case 'multipart after a line end':
      // As Python's clients write it.
      return post(`multipart/form-data; boundary=${boundary}`, `\r\n${multipart(fields)}`);
    case 'query':
      return { path: `?${form}`, method: 'GET', headers: {} };
  }
}

/** Objects and lists go as JSON where there are only texts. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const boundary = 'a-line-of-the-tests';
const multipart = (fields: readonly (readonly [string, string])[]): string =>
  [
    ...fields.map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}--\r\n`,
  ].join('');
