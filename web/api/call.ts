import type * as v from 'valibot';
import type { TeamId } from '../../protocol/ids.ts';
// Types alone: the table itself would bring every schema into the client.
import type { MethodError, MethodName, Methods } from '../../protocol/methods.ts';
import type { Refusal } from '../../protocol/refusal.ts';

/** As a caller writes them, before the method's schema has filled in what was left out. */
export type Arguments<Name extends MethodName> = v.InferInput<Methods[Name]['input']>;

/** What a method says, with its ids as the client knows them. */
export type Output<Name extends MethodName> = v.InferOutput<Methods[Name]['output']>;

/** `unreachable`: no answer came, so it is not known whether the call was carried out. */
export type CallError<Name extends MethodName> = MethodError<Name> | 'unreachable';
export type Answer<Name extends MethodName> =
  (Output<Name> & { readonly ok: true }) | Refusal<CallError<Name>>;

/** One call of the API, as the person of `workspace`, or of the account where there is none. Never throws. */
export type Call = <Name extends MethodName>(name: Name, args: Arguments<Name>) => Promise<Answer<Name>>;

export interface CallOptions {
  readonly fetch?: typeof fetch;
  /** Of the server, without a slash at its end; by default the page's own. */
  readonly origin?: string;
  /** For programs: a browser sends its cookies. */
  readonly headers?: Readonly<Record<string, string>>;
}

const callTimeMaxMs = 20_000;

/**
 * Calls as a page of ours: POST with the header that a cookie needs (another site's page can make neither). Errors
 * are values; `ratelimited` says after how many seconds.
 */
export function callerFor(workspace: TeamId | undefined, options: CallOptions = {}): Call {
  const { origin = '', headers = {} } = options;
  return async (name, args) => {
    try {
      const send = options.fetch ?? fetch;
      const response = await send(`${origin}/api/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-edgewise-workspace': workspace ?? 'account',
          ...headers,
        },
        body: JSON.stringify(args),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(callTimeMaxMs),
      });
      return readAnswer(await response.json(), response.headers.get('retry-after'));
    } catch {
      return { ok: false, error: 'unreachable' };
    }
  };
}

interface WireRefusal {
  readonly ok: false;
  readonly error: string;
  readonly needed?: string;
  readonly provided?: string;
  readonly response_metadata?: { readonly messages?: readonly string[] };
}

/** The answer is of our own server, by the same table: what it says is believed. */
function readAnswer<Name extends MethodName>(body: unknown, retryAfter: string | null): Answer<Name> {
  const answer = body as (Output<Name> & { readonly ok: true }) | WireRefusal;
  if (answer.ok) return answer;
  const { error, needed, provided, response_metadata: metadata } = answer;
  const seconds = Number(retryAfter ?? Number.NaN);
  return {
    ok: false,
    error: error as CallError<Name>,
    ...(needed === undefined ? {} : { needed }),
    ...(provided === undefined ? {} : { provided }),
    ...(metadata?.messages === undefined ? {} : { messages: metadata.messages }),
    ...(Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {}),
  };
}

/** For the ways in and the account. */
export const callAccount: Call = callerFor(undefined);
