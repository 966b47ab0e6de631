import { accept } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';

export const conversationsInfo = handler<'conversations.info'>(async (context, args) => {
  const seen = await requireVisible(context, args.channel);
  if (!seen.ok) return seen;
  const wanted = { withCount: args.include_num_members, withLocale: args.include_locale };
  if (!seen.isMember) {
    return accept({ channel: showConversation(context, seen.summary, { isMember: false, ...wanted }) });
  }
  // The channel itself knows the newest; the Directory's copy follows it.
  const info = await context.objects.channel(seen.channelId).info(context.actor);
  if (!info.ok) return info;
  const { summary, isMember } = info;
  const lastRead = isMember ? seen.membership.markTs : undefined;
  const { isOpen } = seen.membership;
  return accept({ channel: showConversation(context, summary, { isMember, lastRead, isOpen, ...wanted }) });
});
