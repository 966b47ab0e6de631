import { checkAnswer } from '../support/check-answer.ts';
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

/** One call as bytes on the wire: with everything that the answer has around its body, which is held as in ask-raw.ts. */
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
  checkAnswer(method, answer);
  return { status: response.status, headers: response.headers, answer };
}

interface Encoded {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer<ArrayBuffer>;
}

function encoded(encoding: Encoding, args: RawArguments): Encoded {
  const form = (): string =>
    new URLSearchParams(
      Object.entries(args).map(([name, value]): [string, string] => [name, asText(value)]),
    ).toString();
  const post = (type: string, body: string | Buffer<ArrayBuffer>): Encoded => ({
    path: '',
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  switch (encoding) {
    case 'json':
      return post('application/json; charset=utf-8', JSON.stringify(args));
    case 'form':
      return post('application/x-www-form-urlencoded', form());
    case 'multipart':
      return post(`multipart/form-data; boundary=${boundary}`, multipart(args));
    case 'multipart after a line end':
      // As Python's clients write it.
      return post(`multipart/form-data; boundary=${boundary}`, multipart(args, '\r\n'));
    case 'query':
      return { path: `?${form()}`, method: 'GET', headers: {} };
  }
}

/** Objects and lists go as JSON where there are only texts. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const boundary = 'a-line-of-the-tests';
/** Bytes are a file. */
function multipart(args: RawArguments, before = ''): Buffer<ArrayBuffer> {
  const parts = Object.entries(args).map(([name, value]) => {
    const isFile = value instanceof Uint8Array;
    const more = isFile ? '; filename="a file"\r\ncontent-type: application/octet-stream' : '';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
    return [Buffer.from(head), isFile ? value : Buffer.from(asText(value)), Buffer.from('\r\n')];
  });
  return Buffer.concat([Buffer.from(before), ...parts.flat(), Buffer.from(`--${boundary}--\r\n`)]);
}
