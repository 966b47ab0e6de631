import { refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const threadsUnfollow = handler<'threads.unfollow'>(async (context, args) => {
  const named = readTimestamp(args.thread_ts);
  if (named === undefined) return refuse('invalid_thread_ts');
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const { objects, actor } = context;
  const head = await objects.channel(seen.channelId).threadPosition(actor, named);
  if (!head.ok) return head;
  const member = objects.member(actor.teamId, actor.userId);
  return member.unfollowThread(seen.channelId, head.threadTs, head.place);
});
