import { handler } from '../../../handler.ts';
import { readNamed } from './named.ts';

export const adminUsersRemove = handler<'admin.users.remove'>(async (context, args) => {
  const named = readNamed(context, args);
  if (!named.ok) return named;
  const { objects, actor } = context;
  return objects.directory(actor.teamId).deactivate(actor, named.userId);
});
