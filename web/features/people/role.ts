import type { User } from '../../../protocol/entities.ts';
import type { Role } from '../../../protocol/roles.ts';

/** Slack's flags as our word. */
export function roleOf({
  is_owner: isOwner,
  is_admin: isAdmin,
  is_restricted: isGuest,
}: Pick<User, 'is_owner' | 'is_admin' | 'is_restricted'>): Role {
  if (isOwner) return 'owner';
  if (isAdmin) return 'admin';
  return isGuest ? 'guest' : 'member';
}
