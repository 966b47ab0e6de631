import { refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { isEmoji, readReactionName } from '../../reaction-name.ts';
import { readTimestamp } from '../../read-timestamp.ts';

export const reactionsAdd = handler<'reactions.add'>(async (context, args) => {
  const named = readReactionName(args.name);
  if (!named.ok) return named;
  const ts = readTimestamp(args.timestamp);
  if (ts === undefined) return refuse('bad_timestamp');
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  if (!(await isEmoji(context, named.name))) return refuse('invalid_name');
  return context.objects.channel(seen.channelId).react(context.actor, { ts, name: named.name });
});
