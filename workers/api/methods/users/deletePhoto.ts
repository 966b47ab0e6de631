import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const usersDeletePhoto = handler<'users.deletePhoto'>(async ({ objects, actor }) => {
  const set = await objects.directory(actor.teamId).setPhoto(actor, undefined);
  return set.ok ? accept({}) : set;
});
