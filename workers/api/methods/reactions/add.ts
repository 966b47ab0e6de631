import { refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { requireEmoji } from '../../reaction-name.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const reactionsAdd = handler<'reactions.add'>(async (context, args) => {
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const named = await requireEmoji(context, args.name);
  if (!named.ok) return named;
  const ts = readTimestamp(args.timestamp);
  if (ts === undefined) return refuse('bad_timestamp');
  return context.objects.channel(seen.channelId).react(context.actor, { ts, name: named.name });
});
