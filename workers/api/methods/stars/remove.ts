import { isChannelId } from '../../../../protocol/ids.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';
import { findItem } from './item.ts';

/** What is the caller's own goes without asking whether they still see it; else the answer is that of `stars.add`. */
export const starsRemove = handler<'stars.remove'>(async (context, args) => {
  const { objects, actor } = context;
  const ts = args.timestamp === undefined ? undefined : readTimestamp(args.timestamp);
  const isNamed = args.timestamp === undefined || ts !== undefined;
  if (args.channel !== undefined && isChannelId(args.channel) && isNamed) {
    const removed = await objects.member(actor.teamId, actor.userId).unstar(args.channel, ts);
    if (removed.ok) return removed;
  }
  const item = await findItem(context, args);
  return item.ok ? refuse('not_starred') : item;
});
