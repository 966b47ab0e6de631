import { accept } from '../../../../protocol/refusal.ts';
import { requireVisible } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';

export const conversationsJoin = handler<'conversations.join'>(async (context, args) => {
  const seen = await requireVisible(context, args.channel);
  if (!seen.ok) return seen;
  const joined = await context.objects.channel(seen.channelId).join(context.actor);
  if (!joined.ok) return joined;
  const lastRead = seen.isMember ? seen.membership.markTs : undefined;
  const channel = showConversation(context, joined.summary, { isMember: true, lastRead });
  if (!joined.already) return accept({ channel });
  const warning = 'already_in_channel';
  return accept({ channel, warning, response_metadata: { warnings: [warning] } });
});
