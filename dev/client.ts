import type * as v from 'valibot';
import type { MethodError, MethodName, MethodOutput, Methods } from '../protocol/methods.ts';
import type { Refusal } from '../protocol/refusal.ts';

/** As a caller writes them, before the method's schema has filled in what was left out. */
export type Arguments<Name extends MethodName> = v.InferInput<Methods[Name]['input']>;
export type Answer<Name extends MethodName> =
  (MethodOutput<Name> & { readonly ok: true }) | Refusal<MethodError<Name>>;

/** One call by plain HTTP, as any program would make it. `url` is the server's, without a slash at its end. */
export async function call<Name extends MethodName>(
  url: string,
  method: Name,
  token: string | undefined,
  args: Arguments<Name>,
): Promise<Answer<Name>> {
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
    // Slack's SDKs refuse redirects too.
    redirect: 'error',
    signal: AbortSignal.timeout(callTimeMaxMs),
  });
  return (await response.json()) as Answer<Name>;
}
const callTimeMaxMs = 30_000;

/** A call that is expected to succeed: a refusal is thrown, and its message is one line that names the method. */
export async function ask<Name extends MethodName>(
  url: string,
  method: Name,
  token: string | undefined,
  args: Arguments<Name>,
): Promise<MethodOutput<Name>> {
  const answer = await call(url, method, token, args);
  if (!answer.ok) throw new CallRefused(method, answer);
  return answer;
}

export class CallRefused extends Error {
  readonly method: string;
  readonly code: string;

  constructor(method: string, refusal: Refusal & { response_metadata?: { messages?: readonly string[] } }) {
    const messages = refusal.response_metadata?.messages ?? refusal.messages ?? [];
    super([`${method} answered ${refusal.error}`, ...messages].join('; '));
    this.method = method;
    this.code = refusal.error;
  }
}
