import { decideChannelName } from '../../../../domain/naming/channel-name.ts';
import { mayCreateChannel } from '../../../../domain/permissions/permissions.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { showConversation } from '../../show-conversation.ts';

export const conversationsCreate = handler<'conversations.create'>(async (context, args) => {
  const { objects, actor } = context;
  if (!mayCreateChannel(actor)) return refuse('restricted_action');
  const named = decideChannelName(args.name);
  if (!named.ok) return named;
  const created = await objects
    .directory(actor.teamId)
    .createChannel(actor, { name: named.name, isPrivate: args.is_private });
  if (!created.ok) return created;
  return accept({ channel: showConversation(context, created.summary, { isMember: true, lastRead: '' }) });
});
