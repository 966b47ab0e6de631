import type { Usergroup } from '../../protocol/entities.ts';

/** As asked for: Slack tells who is in a user group, and how many, where that is wanted alone. */
export function showUsergroup(
  { users, user_count, ...usergroup }: Usergroup,
  { withUsers, withCount }: { readonly withUsers: boolean; readonly withCount: boolean },
): Usergroup {
  return {
    ...usergroup,
    ...(withUsers && users !== undefined ? { users } : {}),
    ...(withCount && user_count !== undefined ? { user_count } : {}),
  };
}

/** What a change is answered with: always who is in it. */
export const showChanged = (usergroup: Usergroup, withCount: boolean): Usergroup =>
  showUsergroup(usergroup, { withUsers: true, withCount });
