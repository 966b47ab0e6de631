import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const chatDelete = handler<'chat.delete'>(async (context, args) => {
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const ts = readTimestamp(args.ts);
  if (ts === undefined) return refuse('message_not_found');
  const { objects, actor } = context;
  const rules = await objects.directory(actor.teamId).rules();
  const removed = await objects.channel(seen.channelId).remove(actor, ts, rules);
  return removed.ok ? accept({ channel: seen.channelId, ts }) : removed;
});
