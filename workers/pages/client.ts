import type { Env } from '../../platform/env.ts';

/**
 * The client's own policy: scripts and styles from here alone, nothing inline, nothing of
 * another site.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Whether the client was built and bound: a Worker without it still serves the API. */
export const hasClient = (env: Env): boolean => env.ASSETS !== undefined;

/**
 * The one page of the client, for each of its addresses. It holds no data, so it is the same for everybody.
 * `withoutScripts` is markup of ours for a reader that runs none.
 */
export async function showClient(request: Request, env: Env, withoutScripts?: string): Promise<Response> {
  const found = await asset(request, env, '/index.html');
  const page = withoutScripts === undefined ? found : rewritten(found, withoutScripts);
  const headers = new Headers(page.headers);
  headers.set('content-security-policy', policy);
  headers.set('cache-control', 'no-cache');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  return new Response(page.body, { status: page.status, headers });
}

/** An address that leads nowhere, for somebody who looks at it in a browser: the client says so, and where to go. */
export async function showNowhere(request: Request, env: Env): Promise<Response> {
  const page = await showClient(request, env);
  return new Response(page.body, { status: 404, headers: page.headers });
}
export const isLookedAt = ({ method, headers }: Request): boolean =>
  method === 'GET' && (headers.get('accept') ?? '').includes('text/html');

/** Hashed files never change; the others of /static are asked for again. */
export async function showAsset(request: Request, env: Env): Promise<Response> {
  const found = await asset(request, env, new URL(request.url).pathname);
  const headers = new Headers(found.headers);
  const isHashed = new URL(request.url).pathname.startsWith('/assets/');
  headers.set('cache-control', isHashed && found.ok ? 'public, max-age=31536000, immutable' : 'no-cache');
  headers.set('x-content-type-options', 'nosniff');
  return new Response(found.body, { status: found.status, headers });
}

const rewritten = (page: Response, withoutScripts: string): Response =>
  new HTMLRewriter()
    .on('noscript', {
      element: (element) => {
        element.setInnerContent(withoutScripts, { html: true });
      },
    })
    .transform(page);

function asset(request: Request, { ASSETS }: Env, path: string): Promise<Response> {
  if (ASSETS === undefined)
    return Promise.resolve(new Response('The client was not built.\n', { status: 404 }));
  return ASSETS.fetch(new Request(new URL(path, request.url), { headers: request.headers }));
}
