import { comesFromHere, hasSecret } from './guard.ts';
import type { Outbox } from './outbox.ts';
import { outboxPage } from './page.ts';

export interface OutboxEnv {
  readonly OUTBOX: DurableObjectNamespace<Outbox>;
  readonly OUTBOX_SECRET?: string;
}

/** `GET /dev/outbox`: `{"mails":[…]}`, newest first, `?to=` picks an address; a page where a browser asks. */
export async function serveOutbox(request: Request, env: OutboxEnv): Promise<Response> {
  if (!comesFromHere(request)) return text(404, 'Not found.');
  if (!hasSecret(request, env.OUTBOX_SECRET))
    return text(403, 'The outbox opens with the secret that `npm run dev` prints.');
  if (request.method !== 'GET') return text(405, 'Read it with GET.');
  const to = new URL(request.url).searchParams.get('to')?.trim().toLowerCase();
  const mails = await env.OUTBOX.get(env.OUTBOX.idFromName('outbox')).list(to);
  if (!request.headers.get('accept')?.includes('text/html')) return Response.json({ mails }, { headers });
  return new Response(outboxPage(mails), {
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
  });
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  // The secret stands in the page's address.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const text = (status: number, line: string): Response => new Response(`${line}\n`, { status, headers });
