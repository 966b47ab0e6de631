import { refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { readNamed } from './named.ts';

export const adminUsersSetOwner = handler<'admin.users.setOwner'>(async (context, args) => {
  const named = readNamed(context, args);
  if (!named.ok) return named;
  const { objects, actor } = context;
  const set = await objects.directory(actor.teamId).setRole(actor, named.userId, 'owner');
  if (set.ok) return set;
  // Nobody is lowered by becoming an owner.
  return set.error === 'last_owner' ? refuse('internal_error') : refuse(set.error);
});
