import { refuse } from '../../../../protocol/refusal.ts';
import { justBefore } from '../../../../protocol/timestamp.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const conversationsMark = handler<'conversations.mark'>(async (context, args) => {
  const ts = readTimestamp(args.ts);
  if (ts === undefined) return refuse('invalid_timestamp');
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const { objects, actor } = context;
  const { unread } = args;
  const place = unread ? justBefore(ts) : ts;
  const position = await objects.channel(seen.channelId).positionAt(actor, place);
  if (!position.ok) return position;
  const member = objects.member(actor.teamId, actor.userId);
  return member.mark(seen.channelId, { ordinal: position.ordinal, ts: place, unread });
});
