import { handler } from '../../../handler.ts';
import { readNamed } from './named.ts';

export const adminUsersSetRegular = handler<'admin.users.setRegular'>(async (context, args) => {
  const named = readNamed(context, args);
  if (!named.ok) return named;
  const { objects, actor } = context;
  return objects.directory(actor.teamId).setRole(actor, named.userId, 'member');
});
