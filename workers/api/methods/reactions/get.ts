import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireReadable } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { permalinkOf } from '../../permalink.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const reactionsGet = handler<'reactions.get'>(async (context, args) => {
  const ts = readTimestamp(args.timestamp);
  if (ts === undefined) return refuse('bad_timestamp');
  const seen = await requireReadable(context, args.channel);
  if (!seen.ok) return seen;
  const { channelId } = seen;
  const found = await context.objects.channel(channelId).message(context.actor, ts);
  if (!found.ok) return found;
  const message = { ...found.message, permalink: permalinkOf(context, channelId, found.message) };
  return accept({ type: 'message' as const, channel: channelId, message });
});
