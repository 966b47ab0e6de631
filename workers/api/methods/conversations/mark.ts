import { refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const conversationsMark = handler<'conversations.mark'>(async (context, args) => {
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const ts = readTimestamp(args.ts);
  if (ts === undefined) return refuse('invalid_timestamp');
  const { objects, actor } = context;
  const position = await objects.channel(seen.channelId).positionAt(actor, ts);
  if (!position.ok) return position;
  return objects.member(actor.teamId, actor.userId).mark(seen.channelId, { ordinal: position.ordinal, ts });
});
