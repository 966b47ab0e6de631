import { imageTypes } from '../../domain/images/read-image.ts';
import { avatarKey, avatarSizes, emojiKey, iconKey, iconSizes } from '../../domain/images/pictures.ts';
import { blobsOf } from '../../platform/blobs/r2.ts';
import type { StoredBlob } from '../../platform/blobs/port.ts';
import type { Env } from '../../platform/env.ts';
import { isTeamId } from '../../protocol/ids.ts';
import { plain } from '../pages/plain.ts';

type Served = Promise<Response>;

export const serveAvatar = (request: Request, env: Env, path: readonly string[]): Served =>
  serveSquare(request, env, path, { sizes: avatarSizes, keyOf: avatarKey });

export const serveIcon = (request: Request, env: Env, path: readonly string[]): Served =>
  serveSquare(request, env, path, { sizes: iconSizes, keyOf: iconKey });

/** A size that was not made (no IMAGES was bound at the upload) is the original. */
async function serveSquare(
  request: Request,
  env: Env,
  [team = '', hash = '', size = '']: readonly string[],
  { sizes, keyOf }: { readonly sizes: readonly number[]; readonly keyOf: typeof avatarKey },
): Served {
  const isKnown = size === 'original' || sizes.some((one) => String(one) === size);
  if (!isTeamId(team) || !isHash(hash) || !isKnown) return nothing();
  const key = keyOf(team, hash);
  const blobs = blobsOf(env);
  return serve(request, (await blobs.get(`${key}/${size}`)) ?? (await blobs.get(`${key}/original`)));
}

export async function serveEmoji(request: Request, env: Env, path: readonly string[]): Served {
  const [team = '', hash = ''] = path;
  if (!isTeamId(team) || !isHash(hash)) return nothing();
  return serve(request, await blobsOf(env).get(emojiKey(team, hash)));
}

/**
 * Whoever has the address may see it, as at Slack: an `<img>` brings no token. The bytes are somebody's upload: they
 * are shown as a picture or not at all.
 */
function serve(request: Request, blob: StoredBlob | undefined): Response {
  if (blob === undefined || !imageTypes.some((type) => type === blob.type)) return nothing();
  if (refusedFor.includes(request.headers.get('sec-fetch-dest') ?? '')) return plain('A picture.', 403);
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    etag: blob.etag,
  };
  if (request.headers.get('if-none-match') === blob.etag) {
    void blob.body.cancel();
    return new Response(null, { status: 304, headers });
  }
  return new Response(blob.body, {
    headers: { ...headers, 'content-type': blob.type, 'content-length': String(blob.size) },
  });
}

const refusedFor = [
  'script',
  'worker',
  'sharedworker',
  'serviceworker',
  'style',
  'iframe',
  'frame',
  'embed',
  'object',
];
const isHash = (text: string): boolean => /^[a-z0-9]{24}$/.test(text);
const nothing = (): Response => plain('There is nothing here.', 404);
