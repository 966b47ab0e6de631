import { isChannelId } from '../../../../../protocol/ids.ts';
import { refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { requireManaged } from './managed.ts';

export const adminConversationsDelete = handler<'admin.conversations.delete'>(async (context, args) => {
  const { objects, actor } = context;
  const managed = await requireManaged(context, args.channel_id);
  const { channel_id: id } = args;
  if (!isChannelId(id)) return managed.ok ? refuse('channel_not_found') : managed;
  if (!managed.ok) {
    // A repeat of a call that got no answer in time: it put the caller out of a private channel, and their Member
    // remembers that they were in it.
    const isRepeat =
      managed.error === 'channel_not_found' && (await objects.member(actor.teamId, actor.userId).hasLeft(id));
    if (!isRepeat) return managed;
  }
  const done = await objects.channel(id).destroy(actor);
  if (done.ok) return done;
  switch (done.error) {
    case 'restricted_action':
      return refuse('not_an_admin');
    case 'method_not_supported_for_channel_type':
      return refuse('channel_type_not_supported');
    default:
      return refuse(done.error);
  }
});
