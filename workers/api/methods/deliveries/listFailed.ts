import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { secondsOf } from '../../seconds.ts';
import { refused, requireManaged } from './managed.ts';

export const deliveriesListFailed = handler<'deliveries.listFailed'>(async (context, args) => {
  const managed = await requireManaged(context, args.channel);
  if (!managed.ok) return managed;
  const listed = await context.objects.channel(managed.channelId).setAside(context.actor);
  if (!listed.ok) return refused(listed.error);
  const deliveries = listed.entries.map(({ seq, userId, reason, at }) => ({
    seq,
    ...(userId === undefined ? {} : { user: userId }),
    reason,
    date: secondsOf(at),
  }));
  return accept({ deliveries });
});
