import type { MethodName } from './methods.ts';
import { accept, refuse } from './refusal.ts';
import type { Outcome } from './refusal.ts';

// Of every web platform; this folder knows no platform's types.
declare function btoa(text: string): string;
declare function atob(text: string): string;

/**
 * Where a page ended, for a caller to send back: opaque to them, and good for the method that gave it alone.
 * `''` begins at the start, and stands for the end in an answer. What is inside outlives a deploy: a method that
 * comes to mean another place by it needs another word in front.
 */
export const writeCursor = (method: MethodName, after: string | number | undefined): string =>
  after === undefined ? '' : encode(`${method}:${after}`);

export function readCursor<After extends string>(
  method: MethodName,
  cursor: string,
  isAfter: (text: string) => text is After,
): Outcome<{ after?: After }, 'invalid_cursor'> {
  if (cursor === '') return accept({});
  const [name, after, ...rest] = (decode(cursor) ?? '').split(':');
  if (name !== method || after === undefined || rest.length > 0 || !isAfter(after)) {
    return refuse('invalid_cursor', { messages: ['[ERROR] cursor is none that this method gave'] });
  }
  return accept({ after });
}

/** For methods whose pages end at a `seq`. */
export const isSeq = (text: string): text is `${number}` => /^[1-9]\d{0,14}$/.test(text);

const encode = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** Undefined unless this is how `encode` writes it: one place has one cursor. Callers may have put the padding back. */
function decode(cursor: string): string | undefined {
  const bare = cursor.replace(/={1,2}$/, '');
  if (!/^[\w-]+$/.test(bare)) return undefined;
  try {
    const text = atob(bare.replaceAll('-', '+').replaceAll('_', '/'));
    return encode(text) === bare ? text : undefined;
  } catch {
    return undefined;
  }
}
