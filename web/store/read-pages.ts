import type { Message } from '../../protocol/entities.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import { microsOf, timestampOf } from '../../protocol/timestamp.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Call } from '../api/call.ts';

export interface Page {
  readonly ok: true;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** The `seq` that it was read at: what came later is not in it. */
  readonly head: number;
  /** There is more on the side that was asked for. */
  readonly hasMore: boolean;
}
export type Read = Page | { readonly ok: false; readonly error: string };

/** The newest messages, or those before a `ts`. */
export async function readBefore(
  call: Call,
  channelId: ChannelId,
  options: { readonly before?: Timestamp; readonly upTo?: Timestamp; readonly limit: number },
): Promise<Read> {
  const { before, upTo, limit } = options;
  const latest = before ?? upTo;
  const answer = await call('conversations.history', {
    channel: channelId,
    limit,
    ...(latest === undefined ? {} : { latest, inclusive: before === undefined }),
  });
  if (!answer.ok) return { ok: false, error: answer.error };
  const { messages, head, has_more: hasMore } = answer;
  return { ok: true, messages: messages.toReversed(), head, hasMore };
}

const forwardLimit = 200;
/** The API's own. */
const limitMost = 999;
const triesMax = 60;
const leastSpanMicros = 1_000_000;

/**
 * The messages right after a `ts`. The API pages backwards only, so a span of time is asked for that ends where some
 * hundred messages are to be expected. What is empty is widened; what is too full is halved and, in turn, read down
 * from its end, whichever gets there sooner. `spanMicros` is the first guess.
 */
export async function readAfter(
  call: Call,
  channelId: ChannelId,
  options: { readonly after: Timestamp; readonly spanMicros: number; readonly nowMs: number },
): Promise<Read> {
  const nowMicros = options.nowMs * 1_000;
  let spanMicros = Math.max(leastSpanMicros, Math.round(options.spanMicros));
  /** Nothing lies between `after` and here. */
  let low = microsOf(options.after);
  /** More than a page lies between `low` and here. */
  let full: number | undefined;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const isHalving = full !== undefined && tries % 2 === 1;
    const end: number = isHalving ? Math.ceil((low + (full ?? low)) / 2) : (full ?? low + spanMicros);
    const isOpen = full === undefined && end >= nowMicros;
    const answer = await call('conversations.history', {
      channel: channelId,
      oldest: timestampOf(low),
      limit: full === undefined ? forwardLimit : limitMost,
      ...(isOpen ? {} : { latest: timestampOf(end) }),
    });
    if (!answer.ok) return { ok: false, error: answer.error };
    const { messages, head, has_more: isTooFull } = answer;
    const oldest = messages.at(-1);
    if (oldest !== undefined && isTooFull) full = microsOf(oldest.ts);
    else if (oldest === undefined && !isOpen) {
      // The end itself was not asked for.
      low = end - 1;
      spanMicros *= 8;
    } else return { ok: true, messages: messages.toReversed(), head, hasMore: !isOpen };
  }
  return { ok: false, error: 'unreachable' };
}

/** Beyond it a thread is read on by hand. */
const repliesLimit = 500;

/** A thread from its beginning, or after a reply. The parent comes with it. */
export async function readReplies(
  call: Call,
  channelId: ChannelId,
  options: { readonly ts: Timestamp; readonly after?: Timestamp | undefined },
): Promise<Read> {
  const { ts, after } = options;
  const answer = await call('conversations.replies', {
    channel: channelId,
    ts,
    limit: repliesLimit,
    ...(after === undefined ? {} : { oldest: after }),
  });
  if (!answer.ok) return { ok: false, error: answer.error };
  return { ok: true, messages: answer.messages, head: answer.head, hasMore: answer.has_more };
}
