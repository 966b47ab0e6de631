import { isSeq, readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import type { Message } from '../../../../protocol/entities.ts';
import type { ChannelId } from '../../../../protocol/ids.ts';
import type { PackedPage, ThreadHead } from '../../../../protocol/objects/channel.ts';
import { unpack } from '../../../../protocol/objects/packed.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { requireReadable } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readBounds } from '../../history-bounds.ts';
import { readTimestamp } from '../../read-timestamp.ts';
import { withStars } from '../../show-stars.ts';
import { showParent } from '../../show-thread.ts';

export const conversationsReplies = handler<'conversations.replies'>(async (context, args) => {
  const bounds = readBounds(args);
  if (!bounds.ok) return bounds;
  const start = readCursor('conversations.replies', args.cursor, isSeq);
  if (!start.ok) return start;
  const seen = await requireReadable(context, args.channel);
  if (!seen.ok) return seen;
  const ts = readTimestamp(args.ts);
  if (ts === undefined) return refuse('thread_not_found');
  const { ok: _, ...range } = bounds;
  const page = await context.objects.channel(seen.channelId).replies(context.actor, {
    ts,
    ...range,
    inclusive: args.inclusive,
    limit: args.limit,
    ...(start.after === undefined ? {} : { afterSeq: Number(start.after) }),
  });
  if (!page.ok) return page;
  return accept({
    messages: await withStars(context, seen, await withParent(context, seen.channelId, page)),
    has_more: page.nextSeq !== undefined,
    head: page.head,
    response_metadata: { next_cursor: writeCursor('conversations.replies', page.nextSeq) },
  });
});

/** The first page has the parent: with what this person has read of the thread. A bot reads nothing. */
async function withParent(
  { objects, actor, caller }: CallerCall,
  channelId: ChannelId,
  { messages: packed, thread }: PackedPage & { readonly thread: ThreadHead },
): Promise<Message[]> {
  const messages = unpack(packed);
  const [parent, ...replies] = messages;
  if (caller.kind === 'bot' || parent?.ts !== thread.threadTs) return messages;
  const mark = await objects.member(actor.teamId, actor.userId).thread(channelId, thread.threadTs);
  return [showParent(parent, thread, mark), ...replies];
}
