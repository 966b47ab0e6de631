import { isUserId } from '../../../../protocol/ids.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { seesAll } from '../../sight.ts';

export const conversationsKick = handler<'conversations.kick'>(async (context, args) => {
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const { objects, actor } = context;
  if (!isUserId(args.user) || !(await seesAll(context, [args.user]))) return refuse('user_not_found');
  // The channel knows its people; only the Directory can tell one of others from nobody.
  const person = await objects.directory(actor.teamId).person(args.user);
  if (person === undefined) return refuse('user_not_found');
  return objects.channel(seen.channelId).kick(actor, person.id);
});
