import { isSeq, readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireReadable } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readBounds } from '../../history-bounds.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const conversationsReplies = handler<'conversations.replies'>(async (context, args) => {
  const seen = await requireReadable(context, args.channel);
  if (!seen.ok) return seen;
  const ts = readTimestamp(args.ts);
  if (ts === undefined) return refuse('thread_not_found');
  const bounds = readBounds(args);
  if (!bounds.ok) return bounds;
  const start = readCursor('conversations.replies', args.cursor, isSeq);
  if (!start.ok) return start;
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
    messages: page.messages,
    has_more: page.nextSeq !== undefined,
    head: page.head,
    response_metadata: { next_cursor: writeCursor('conversations.replies', page.nextSeq) },
  });
});
