import { withAfter } from './event-frame.ts';
import type { EventFrame } from './event-frame.ts';

/** A frame as one socket gets it: with `after` where entries before it are not for this socket. */
export interface Outgoing {
  readonly frame: EventFrame & { readonly text: string };
  readonly after: number | undefined;
}

/** From so many on, frames of one hand-over go as a batch: a send costs more than the frames in it. */
export const batchFrom = 8;
const batchSizeMax = 128 * 1024;

export const textOf = ({ frame, after }: Outgoing): string =>
  after === undefined ? frame.text : withAfter(frame.text, after);

/** Texts for one socket. `made` shares a batch between the sockets that see all of the same entries. */
export function textsOf(outgoing: readonly Outgoing[], made: Map<string, string[]>): string[] {
  if (outgoing.length < batchFrom) return outgoing.map(textOf);
  const isPlain = outgoing.every(({ after }) => after === undefined);
  const key = isPlain ? outgoing.map(({ frame }) => frame.seq).join() : '';
  const known = isPlain ? made.get(key) : undefined;
  if (known !== undefined) return known;
  const texts = batches(outgoing.map(textOf));
  if (isPlain) made.set(key, texts);
  return texts;
}

export function batches(texts: readonly string[]): string[] {
  const groups: string[][] = [[]];
  let size = 0;
  for (const text of texts) {
    if (size > 0 && size + text.length > batchSizeMax) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(text);
    size += text.length;
  }
  return groups.map((group) => `{"type":"batch","events":[${group.join(',')}]}`);
}
