import type { Env } from '../env.ts';
import type { Blobs } from './port.ts';

/** In the bucket that the deployment binds. */
export const blobsOf = ({ FILES }: Pick<Env, 'FILES'>): Blobs => ({
  async put(key, bytes, type) {
    await FILES.put(key, bytes, { httpMetadata: { contentType: type } });
  },
  async get(key) {
    const found = await FILES.get(key);
    if (found === null) return undefined;
    const { size, httpEtag: etag, httpMetadata } = found;
    const body = found.body as ReadableStream<Uint8Array>;
    return { body, size, etag, type: httpMetadata?.contentType ?? 'application/octet-stream' };
  },
  async deleteAll(prefix) {
    // A list names a thousand at most.
    for (;;) {
      const { objects, truncated } = await FILES.list({ prefix });
      if (objects.length > 0) await FILES.delete(objects.map(({ key }) => key));
      if (!truncated) return;
    }
  },
});
