import { decideChannelName } from '../../../../../domain/naming/channel-name.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { requireManaged } from './managed.ts';

export const adminConversationsRename = handler<'admin.conversations.rename'>(async (context, args) => {
  const managed = await requireManaged(context, args.channel_id);
  if (!managed.ok) return managed;
  const named = decideChannelName(args.name);
  if (!named.ok) return named;
  const { objects, actor } = context;
  const done = await objects
    .directory(actor.teamId)
    .renameChannel(actor, managed.channelId, { name: named.name, asAdmin: true });
  if (done.ok) return accept({});
  switch (done.error) {
    case 'not_authorized':
      return refuse('not_an_admin');
    case 'method_not_supported_for_channel_type':
      return refuse('channel_type_not_supported');
    case 'not_in_channel':
    case 'is_archived':
      // Asked of their own people alone.
      return refuse('internal_error');
    default:
      return refuse(done.error);
  }
});
