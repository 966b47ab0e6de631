import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

/** Calls carry words, but for a few that take a picture (`bodyBytesMax` of their row): a message of 40,000 characters with its blocks fits several times over. */
export const wordsBytesMax = 1024 * 1024;

/** The whole body, never more of it in memory than is allowed, whatever `content-length` says. */
export async function readBody(
  request: Request,
  bytesMax: number,
): Promise<Outcome<{ bytes: Uint8Array }, 'request_too_large'>> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return tooLarge(bytesMax);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: ReadableStream<Uint8Array> | null = request.body;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > bytesMax) return tooLarge(bytesMax);
    chunks.push(chunk);
  }
  return accept({ bytes: joined(chunks, length) });
}

const tooLarge = (bytesMax: number) =>
  refuse('request_too_large', { messages: [`[ERROR] the body must be at most ${bytesMax} bytes`] });

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
