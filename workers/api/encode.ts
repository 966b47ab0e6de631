import type { MethodContract } from '../../protocol/methods/method.ts';
import type { Outcome, Refusal } from '../../protocol/refusal.ts';
import type { AnyCall } from './authenticate.ts';

export interface Answer {
  readonly outcome: Outcome<object, string>;
  readonly requestId: string;
  readonly warnings: readonly string[];
  readonly contract: Pick<MethodContract, 'scope'> | undefined;
  /** Once it is known who calls. */
  readonly context: AnyCall | undefined;
}

/** Slack's envelope: 200 whatever the answer, since its clients take any other status for an outage, but for 429. */
export function encode({ outcome, requestId, warnings, contract, context }: Answer): Response {
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-slack-req-id': requestId,
  });
  if (contract !== undefined) headers.set('x-accepted-oauth-scopes', contract.scope ?? '');
  const provided = providedScopes(outcome, context);
  if (provided !== undefined) headers.set('x-oauth-scopes', provided);
  if (outcome.ok) for (const line of context?.cookies.lines ?? []) headers.append('set-cookie', line);
  const retryAfterSeconds = outcome.ok ? undefined : outcome.retryAfterSeconds;
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  const body = withWarnings(outcome.ok ? okFirst(outcome) : refusalBody(outcome), warnings);
  return new Response(JSON.stringify(body), {
    status: retryAfterSeconds === undefined ? 200 : 429,
    headers,
  });
}

function providedScopes(outcome: Outcome<object, string>, context: AnyCall | undefined): string | undefined {
  if (context !== undefined && 'caller' in context) return context.caller.scopes.join(',');
  return outcome.ok ? undefined : outcome.provided;
}

/** As people read it. */
const okFirst = (value: object): object => ({ ok: true, ...value });

/** Named one by one: what an object says besides is not for outside. `args` is api.test's echo. */
function refusalBody(refusal: Refusal & { readonly args?: unknown }): object {
  const { error, errors, needed, provided, messages, args } = refusal;
  return {
    ok: false,
    error,
    ...(errors === undefined ? {} : { errors }),
    ...(needed === undefined ? {} : { needed }),
    ...(provided === undefined ? {} : { provided }),
    ...(args === undefined ? {} : { args }),
    ...(messages === undefined ? {} : { response_metadata: { messages } }),
  };
}

interface Envelope {
  readonly warning?: string;
  readonly response_metadata?: { readonly warnings?: readonly string[] };
}

/** Beside those that the method itself gave. */
function withWarnings(body: Envelope, added: readonly string[]): Envelope {
  const warnings = [...(body.response_metadata?.warnings ?? []), ...added];
  if (warnings.length === 0) return body;
  return {
    ...body,
    warning: warnings.join(','),
    response_metadata: { ...body.response_metadata, warnings },
  };
}
