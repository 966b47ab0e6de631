import { isSeq, readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { unpack } from '../../../../protocol/objects/packed.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { requireReadable } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readBounds } from '../../history-bounds.ts';
import { withStars } from '../../show-stars.ts';
import { withThreads } from '../../show-thread.ts';

export const conversationsHistory = handler<'conversations.history'>(async (context, args) => {
  const bounds = readBounds(args);
  if (!bounds.ok) return bounds;
  const start = readCursor('conversations.history', args.cursor, isSeq);
  if (!start.ok) return start;
  const seen = await requireReadable(context, args.channel);
  if (!seen.ok) return seen;
  const { ok: _, ...range } = bounds;
  const page = await context.objects.channel(seen.channelId).history(context.actor, {
    ...range,
    inclusive: args.inclusive,
    limit: args.limit,
    ...(start.after === undefined ? {} : { beforeSeq: Number(start.after) }),
  });
  if (!page.ok) return page;
  return accept({
    messages: await withThreads(context, seen, await withStars(context, seen, unpack(page.messages))),
    has_more: page.nextSeq !== undefined,
    pin_count: page.pinCount,
    channel_actions_ts: null,
    channel_actions_count: 0,
    head: page.head,
    response_metadata: { next_cursor: writeCursor('conversations.history', page.nextSeq) },
  });
});
