import type { UserId } from '../../protocol/ids.ts';
import { cursorLengthMax } from '../../protocol/limits.ts';
import { accept } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

type Args = Readonly<Record<string, unknown>>;

/**
 * A cursor is good for whom it was given to: their mark goes out with it and comes off before the method reads it.
 * It grants nothing, so it need not be secret; it keeps one caller's place from being taken for another's.
 */
export function bindCursor(outcome: Outcome<object, string>, userId: UserId): typeof outcome {
  if (!outcome.ok) return outcome;
  const { response_metadata: metadata } = outcome as Paged;
  const cursor = metadata?.next_cursor;
  if (cursor === undefined || cursor === '') return outcome;
  return accept({
    ...outcome,
    response_metadata: { ...metadata, next_cursor: cursor + markOf(userId) },
  });
}
interface Paged {
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** What is not this caller's becomes what no method gave: each refuses it in its own way. */
export function unbindCursor(args: Args, userId: UserId): Args {
  const { cursor } = args;
  // One that is no cursor at all is the arguments' own fault.
  if (typeof cursor !== 'string' || cursor === '' || cursor.length > cursorLengthMax) return args;
  // Callers may have put padding back.
  const bare = cursor.replace(/={1,2}$/, '');
  const mark = markOf(userId);
  return { ...args, cursor: bare.endsWith(mark) ? bare.slice(0, -mark.length) : notOurs };
}

const notOurs = '!';
/** The last signs of an id are random: two people share six of them once in two billion. */
const markOf = (userId: UserId): string => `-${userId.slice(-6)}`;
