import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { findTarget } from './target.ts';

export const pinsRemove = handler<'pins.remove'>(async (context, args) => {
  const target = await findTarget(context, args);
  if (!target.ok) return target;
  const done = await context.objects.channel(target.channelId).unpin(context.actor, target.ts);
  return done.ok ? accept({}) : done;
});
