import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { readBody, wordsBytesMax } from './read-body.ts';

/** What a call said, before anybody looked at what the method wants. */
export interface Decoded {
  /** Without the token. */
  readonly args: Readonly<Record<string, unknown>>;
  /** From the body of a POST. */
  readonly bodyToken: unknown;
  /** Somebody put it where servers and browsers write it down. */
  readonly hasTokenInUrl: boolean;
  /** Slack's remarks on the content type. */
  readonly warnings: readonly string[];
}

type Fields = Record<string, unknown>;
type BodyError = 'invalid_json' | 'json_not_object' | 'invalid_form_data' | 'invalid_post_type';
type DecodeError = BodyError | 'request_too_large';

/** Query, form, JSON or multipart as one object. Objects inside forms stay strings: protocol/arguments.ts reads them. */
export async function decode(
  request: Request,
  { bodyBytesMax }: Pick<MethodContract, 'bodyBytesMax'> = {},
): Promise<Outcome<Decoded, DecodeError>> {
  const { token: urlToken, ...query } = fieldsOf(new URL(request.url).searchParams);
  const hasTokenInUrl = urlToken !== undefined;
  if (request.method !== 'POST') {
    return accept({ args: query, bodyToken: undefined, hasTokenInUrl, warnings: [] });
  }
  const body = await readBody(request, bodyBytesMax ?? wordsBytesMax);
  if (!body.ok) return body;
  const contentType = request.headers.get('content-type') ?? '';
  const decoded = await decodeBody(body.bytes, contentType, bodyBytesMax !== undefined);
  if (!decoded.ok) return decoded;
  const { token: bodyToken, ...fields } = decoded.fields;
  return accept({
    args: { ...query, ...fields },
    bodyToken,
    hasTokenInUrl,
    warnings: warningsOf(contentType),
  });
}

async function decodeBody(
  bytes: Uint8Array,
  contentType: string,
  withFiles: boolean,
): Promise<Outcome<{ fields: Fields }, BodyError>> {
  if (bytes.length === 0) return accept({ fields: {} });
  switch (mediaTypeOf(contentType)) {
    case 'application/json':
      return decodeJson(bytes);
    case '':
    case 'application/x-www-form-urlencoded':
      return accept({ fields: fieldsOf(new URLSearchParams(new TextDecoder().decode(bytes))) });
    case 'multipart/form-data':
      return decodeMultipart(bytes, contentType, withFiles);
    default:
      return refuse('invalid_post_type');
  }
}

function decodeJson(bytes: Uint8Array): Outcome<{ fields: Fields }, 'invalid_json' | 'json_not_object'> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    if (text.trim() === '') return accept({ fields: {} });
    const value: unknown = JSON.parse(text);
    return isObject(value) ? accept({ fields: value }) : refuse('json_not_object');
  } catch {
    return refuse('invalid_json');
  }
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part that is a file is its bytes where the method takes some, and left out elsewhere. */
async function decodeMultipart(
  bytes: Uint8Array,
  contentType: string,
  withFiles: boolean,
): Promise<Outcome<{ fields: Fields }, 'invalid_form_data'>> {
  // Python's clients put a line end before the first boundary, which the standard calls a preamble.
  const body = bytes[0] === 13 && bytes[1] === 10 ? bytes.subarray(2) : bytes;
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    const parts: [string, string | Uint8Array][] = [];
    for (const [name, value] of form) {
      if (typeof value === 'string') parts.push([name, value]);
      else if (withFiles) parts.push([name, new Uint8Array(await value.arrayBuffer())]);
    }
    return accept({ fields: fieldsOf(parts) });
  } catch {
    return refuse('invalid_form_data');
  }
}

/** The last one of a name counts. */
const fieldsOf = (entries: Iterable<readonly [string, unknown]>): Fields => Object.fromEntries(entries);

const mediaTypeOf = (contentType: string): string => (contentType.split(';')[0] ?? '').trim().toLowerCase();

function warningsOf(contentType: string): readonly string[] {
  const hasCharset = /;\s*charset=/i.test(contentType);
  switch (mediaTypeOf(contentType)) {
    case 'application/json':
      return hasCharset ? [] : ['missing_charset'];
    case 'application/x-www-form-urlencoded':
      return hasCharset ? ['superfluous_charset'] : [];
    default:
      return [];
  }
}
