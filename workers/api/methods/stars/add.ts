import { handler } from '../../handler.ts';
import { findItem } from './item.ts';

export const starsAdd = handler<'stars.add'>(async (context, args) => {
  const item = await findItem(context, args);
  if (!item.ok) return item;
  const { objects, actor } = context;
  return objects.member(actor.teamId, actor.userId).star(item.channelId, item.message);
});
