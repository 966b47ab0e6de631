import type { Context, Next } from 'hono';
import type { Env } from '../platform/env.ts';
import { faultsOfSettings } from '../platform/settings.ts';
import { plain } from './pages/plain.ts';

const known = new WeakMap<Env, readonly string[]>();

/** A deployment whose settings are wrong serves nothing, and says to whoever looks which of them to set right. */
export async function guardSettings(
  { env, req }: Context<{ Bindings: Env }>,
  next: Next,
): Promise<Response | undefined> {
  const faults = known.get(env) ?? faultsOfSettings(env);
  known.set(env, faults);
  if (faults.length === 0) {
    await next();
    return undefined;
  }
  console.error(JSON.stringify({ event: 'wrong_settings', faults }));
  if (req.path === '/health') return Response.json({ ok: false, settings: faults }, { status: 503 });
  return plain(`This deployment is not set up: ${faults.join('; ')}.`, 503, { 'retry-after': '60' });
}
