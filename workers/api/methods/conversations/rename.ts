import { decideChannelName } from '../../../../domain/naming/channel-name.ts';
import { isDirectId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';

export const conversationsRename = handler<'conversations.rename'>(async (context, args) => {
  const named = decideChannelName(args.name);
  if (!named.ok) return named;
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  if (isDirectId(seen.channelId)) return refuse('method_not_supported_for_channel_type');
  const { objects, actor } = context;
  const renamed = await objects
    .directory(actor.teamId)
    .renameChannel(actor, seen.channelId, { name: named.name, asAdmin: false });
  if (!renamed.ok) return renamed;
  const lastRead = seen.membership.markTs;
  return accept({ channel: showConversation(context, renamed.summary, { isMember: true, lastRead }) });
});
