import { blobsOf } from '../../platform/blobs/r2.ts';
import { imagesOf } from '../../platform/images/cloudflare.ts';
import { workerObjectsOf } from '../../platform/objects.ts';
import type { Env } from '../../platform/env.ts';
import { isMethodName, methods } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { authenticate } from './authenticate.ts';
import { bindCursor, unbindCursor } from './bind-cursor.ts';
import type { AnyCall } from './authenticate.ts';
import { configOf } from './config.ts';
import type { Call } from './context.ts';
import { CookieJar } from './cookies.ts';
import { withDeadline } from './deadline.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { handlers } from './handlers.ts';
import { logFault } from './log.ts';
import { parseArguments } from './parse.ts';
import { factsOf } from './request-facts.ts';

/** THE way of every call: look up → decode → authenticate (kind, scope, rate) → parse → handle → encode. */
export async function dispatch(request: Request, env: Env, name: string): Promise<Response> {
  const config = configOf(env);
  const facts = factsOf(request, config);
  const call: Call = {
    objects: workerObjectsOf(env),
    blobs: blobsOf(env),
    images: imagesOf(env),
    config,
    request: facts,
    nowMs: Date.now(),
    cookies: new CookieJar(request, facts),
  };
  try {
    const answer = await withDeadline(answerTo(request, name, call));
    return encode({ requestId: facts.id, ...('outcome' in answer ? answer : bare(answer)) });
  } catch (error) {
    logFault({ requestId: facts.id, where: isMethodName(name) ? name : 'api' }, error);
    return encode({ requestId: facts.id, ...bare(refuse('internal_error')) });
  }
}

type Settled = Omit<Parameters<typeof encode>[0], 'requestId'>;
const bare = (outcome: Outcome<object, string>): Settled => ({
  outcome,
  warnings: [],
  contract: undefined,
  context: undefined,
});

async function answerTo(request: Request, name: string, call: Call): Promise<Settled> {
  if (!isMethodName(name)) return bare(refuse('unknown_method'));
  const contract: MethodContract = methods[name];
  const decoded = await decode(request, contract);
  if (!decoded.ok) return { ...bare(decoded), contract };
  const { warnings } = decoded;
  const known = await authenticate(request, decoded, contract, call);
  if (!known.ok) return { ...bare(known), warnings, contract };
  const { context } = known;
  const userId = 'caller' in context ? context.caller.userId : undefined;
  const args = userId === undefined ? decoded.args : unbindCursor(decoded.args, userId);
  const parsed = parseArguments(contract, args);
  const handled = parsed.ok ? await handle(name, context, parsed.args) : parsed;
  const outcome = userId === undefined ? handled : bindCursor(handled, userId);
  return { outcome, warnings, contract, context };
}

/** The table ties name, context and arguments together, which the compiler cannot follow over a union of names. */
const handle = (name: keyof typeof handlers, context: AnyCall, args: object) =>
  (handlers[name] as unknown as AnyHandler)(context, args);
type AnyHandler = (context: AnyCall, args: object) => Promise<Outcome<object, string>>;
