import * as v from 'valibot';
import { cursorLengthMax } from './limits.ts';

/**
 * Arguments as Slack's callers send them: a form has only strings (objects as JSON inside, booleans as
 * `true`/`1`), JSON has values. Each schema here takes both, so a method says what it wants once. Its description
 * is the argument's line in docs/api.md.
 */
export const text = (lengthMax = 4_000) =>
  v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.transform(String))], 'must be a string'),
    v.maxLength(lengthMax, `must be at most ${lengthMax} characters`),
    v.description(`text, at most ${lengthMax} characters`),
  );

export const boolean = v.pipe(
  v.union([v.boolean(), v.number(), v.string()], 'must be a boolean'),
  v.transform((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
  v.check((value) => [true, false, 1, 0, 'true', 'false', '1', '0', ''].includes(value), 'must be a boolean'),
  v.transform((value) => value === true || value === 1 || value === 'true' || value === '1'),
  v.description('true or false'),
);
export const flag = (otherwise = false) => v.optional(boolean, otherwise);

export const integer = (least: number, most: number) =>
  v.pipe(
    v.union(
      [v.number(), v.pipe(v.string(), v.regex(/^-?\d{1,15}$/, 'must be an integer'), v.transform(Number))],
      'must be an integer',
    ),
    v.integer('must be an integer'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
    v.description(`an integer, ${least} to ${most}`),
  );

/** How many a page holds: above `most` it is cut to `most`, as Slack does; 0 asks for the default. */
export const pageSize = (otherwise: number, most: number) =>
  v.optional(
    v.pipe(
      integer(0, Number.MAX_SAFE_INTEGER),
      v.transform((limit) => Math.min(limit || otherwise, most)),
      v.description(`how many a page holds, at most ${most}`),
    ),
    otherwise,
  );

/** Bytes of a picture: a part of a multipart form, or a `data:` address. What it is, the handler finds out. */
export const picture = v.pipe(
  v.union([v.instance(Uint8Array), v.string()], 'must be a part of a multipart form or a data: address'),
  v.description('the bytes: a part of a multipart form, or a `data:` address'),
);

/** An object or array, itself or as JSON in a string. */
export const json = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    v.unknown(),
    v.rawTransform<unknown, unknown>(({ dataset, addIssue, NEVER }) => {
      if (typeof dataset.value !== 'string') return dataset.value;
      try {
        return JSON.parse(dataset.value) as unknown;
      } catch {
        addIssue({ message: 'must be valid JSON' });
        return NEVER;
      }
    }),
    schema,
    v.description('JSON'),
  );

/** What a method judges by rules of its own, and refuses by codes of its own: which, a test reads here. */
export const judged = (refusedAs: readonly string[], about: string) =>
  v.pipe(v.unknown(), v.metadata({ refusedAs }), v.description(about));

/** A list: itself, as JSON in a form (how the SDKs write an array), or separated by commas. Empty parts are dropped. */
export const list = <Schema extends v.GenericSchema>(item: Schema, most: number) =>
  v.pipe(
    v.union([v.array(v.unknown()), v.string()], 'must be a list'),
    v.transform((value) => (typeof value === 'string' ? partsOf(value) : value)),
    v.array(item),
    v.maxLength(most, `must have at most ${most} items`),
    v.description(`a list, or words separated by commas; at most ${most}`),
  );

function partsOf(text: string): unknown[] {
  const bare = text.trim();
  if (bare.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(bare);
      if (Array.isArray(parsed)) return parsed;
    } catch {
      // No JSON after all: its parts are looked at as they are.
    }
  }
  return bare
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A conversation named by what a caller sent; whether it is one is for the handler to say (`channel_not_found`). */
export const conversation = v.pipe(text(100), v.trim(), v.description('a conversation’s id'));
/** A person named by what a caller sent; whether it is one is for the handler to say (`user_not_found`). */
export const person = v.pipe(text(40), v.description('a person’s id'));
/** What names a message; whether it is one is for the handler to say, each method in its own word. */
export const messageTs = v.pipe(text(40), v.description('a message’s `ts`'));
/** A moment that bounds a page. */
export const moment = v.pipe(text(40), v.description('a `ts` or seconds'));
export const conversationTypes = v.pipe(
  text(200),
  v.description('some of public_channel, private_channel, mpim, im, separated by commas'),
);
export const cursor = v.optional(
  v.pipe(text(cursorLengthMax), v.description('`next_cursor` of the page before')),
  '',
);
