import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { isUserId } from '../../../../protocol/ids.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const conversationsMembers = handler<'conversations.members'>(async (context, args) => {
  const start = readCursor('conversations.members', args.cursor, isUserId);
  if (!start.ok) return start;
  const seen = await requireVisible(context, args.channel);
  if (!seen.ok) return seen;
  const page = await context.objects.channel(seen.channelId).members(context.actor, {
    limit: args.limit,
    ...(start.after === undefined ? {} : { after: start.after }),
  });
  if (!page.ok) return page;
  const last = page.more ? page.members.at(-1) : undefined;
  return accept({
    members: page.members,
    response_metadata: { next_cursor: writeCursor('conversations.members', last) },
  });
});
