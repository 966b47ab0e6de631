import { refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { requireManaged } from './managed.ts';

export const adminConversationsUnarchive = handler<'admin.conversations.unarchive'>(async (context, args) => {
  const managed = await requireManaged(context, args.channel_id);
  if (!managed.ok) return managed;
  const done = await context.objects.channel(managed.channelId).unarchive(context.actor, true);
  if (done.ok) return done;
  switch (done.error) {
    case 'not_archived':
      return refuse('channel_not_archived');
    case 'restricted_action':
      return refuse('not_an_admin');
    case 'method_not_supported_for_channel_type':
      return refuse('channel_type_not_supported');
    default:
      return refuse(done.error);
  }
});
