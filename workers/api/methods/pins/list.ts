import { accept } from '../../../../protocol/refusal.ts';
import { requireReadable } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { permalinkOf } from '../../permalink.ts';

export const pinsList = handler<'pins.list'>(async (context, args) => {
  const seen = await requireReadable(context, args.channel);
  if (!seen.ok) return seen;
  const { channelId } = seen;
  const found = await context.objects.channel(channelId).pins(context.actor);
  if (!found.ok) return found;
  return accept({
    items: found.pins.map(({ message, created, createdBy }) => ({
      type: 'message' as const,
      channel: channelId,
      created,
      created_by: createdBy,
      message: { ...message, permalink: permalinkOf(context, channelId, message) },
    })),
  });
});
