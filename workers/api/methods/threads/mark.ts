import { refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const threadsMark = handler<'threads.mark'>(async (context, args) => {
  const named = readTimestamp(args.thread_ts);
  if (named === undefined) return refuse('invalid_thread_ts');
  const ts = readTimestamp(args.ts);
  if (ts === undefined) return refuse('invalid_timestamp');
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const { objects, actor } = context;
  const position = await objects.channel(seen.channelId).threadPosition(actor, named, ts);
  if (!position.ok) return position;
  const member = objects.member(actor.teamId, actor.userId);
  return member.markThread(seen.channelId, position.threadTs, { ordinal: position.place.ordinal, ts });
});
