import { decideChannelWords } from '../../../../domain/naming/channel-words.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';

export const conversationsSetPurpose = handler<'conversations.setPurpose'>(async (context, args) => {
  const words = decideChannelWords('purpose', args.purpose);
  if (!words.ok) return words;
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const set = await context.objects.channel(seen.channelId).setPurpose(context.actor, args.purpose);
  if (!set.ok) return set;
  const lastRead = seen.membership.markTs;
  return accept({ channel: showConversation(context, set.summary, { isMember: true, lastRead }) });
});
