import { handler } from '../../handler.ts';
import { refused, requireManaged } from './managed.ts';

export const deliveriesDiscard = handler<'deliveries.discard'>(async (context, args) => {
  const managed = await requireManaged(context, args.channel);
  if (!managed.ok) return managed;
  const done = await context.objects.channel(managed.channelId).discardSetAside(context.actor);
  return done.ok ? done : refused(done.error);
});
