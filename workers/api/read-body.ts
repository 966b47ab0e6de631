import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

/** Calls carry words, never files: a message of 40,000 characters with its blocks fits several times over. */
export const bodyBytesMax = 1024 * 1024;

/** The whole body, never more of it in memory than is allowed, whatever `content-length` says. */
export async function readBody(
  request: Request,
): Promise<Outcome<{ bytes: Uint8Array }, 'request_too_large'>> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytesMax) return tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: ReadableStream<Uint8Array> | null = request.body;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > bodyBytesMax) return tooLarge;
    chunks.push(chunk);
  }
  return accept({ bytes: joined(chunks, length) });
}

const tooLarge = refuse('request_too_large', {
  messages: [`[ERROR] the body must be at most ${bodyBytesMax} bytes`],
});

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
