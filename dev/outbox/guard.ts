/** Any of these says that the request came through somebody: a tunnel, a proxy, Cloudflare itself. */
const signsOfDistance = /^(cf-ray|cdn-loop|forwarded|via|x-real-ip|x-forwarded-.*)$/;
const loopbackNames = /^(localhost|127\.0\.0\.1)(:\d+)?$/;
const loopbackAddresses = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Whether a request is for us at all. A foreign page that rebinds its own name to 127.0.0.1 reaches the port, but
 * with that name as its host.
 */
export const isServedHost = (request: Request, served: string): boolean =>
  served.split(',').includes(new URL(request.url).host);

/**
 * Whether a program or browser on this machine asks. `cf-connecting-ip`, which wrangler adds, can be forged by a
 * local caller, so it is one guard of several and the secret is the last.
 */
export function comesFromHere(request: Request): boolean {
  if (!loopbackNames.test(new URL(request.url).host)) return false;
  if ([...request.headers.keys()].some((name) => signsOfDistance.test(name))) return false;
  return loopbackAddresses.includes(request.headers.get('cf-connecting-ip') ?? '');
}

/** By header for programs; in the address for the page that a person opens from the terminal. */
export function hasSecret(request: Request, secret: string | undefined): boolean {
  if (!secret) return false;
  const given = request.headers.get('x-outbox-secret') ?? new URL(request.url).searchParams.get('secret');
  const [a, b] = [secret, given ?? ''].map((text) => new TextEncoder().encode(text));
  return a !== undefined && b !== undefined && a.length === b.length && crypto.subtle.timingSafeEqual(a, b);
}
