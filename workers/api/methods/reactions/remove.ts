import { refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readReactionName } from '../../reaction-name.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const reactionsRemove = handler<'reactions.remove'>(async (context, args) => {
  const named = readReactionName(args.name);
  if (!named.ok) return named;
  const ts = readTimestamp(args.timestamp);
  if (ts === undefined) return refuse('bad_timestamp');
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  return context.objects.channel(seen.channelId).unreact(context.actor, { ts, name: named.name });
});
