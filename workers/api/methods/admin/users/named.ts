import { isUserId } from '../../../../../protocol/ids.ts';
import type { UserId } from '../../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../../protocol/refusal.ts';
import type { CallerCall } from '../../../context.ts';

/** Slack's pair of arguments: the workspace must be the token's own. */
export function readNamed(
  { actor }: CallerCall,
  { team_id, user_id }: { readonly team_id: string; readonly user_id: string },
): Outcome<{ userId: UserId }, 'team_not_found' | 'user_not_found'> {
  if (team_id !== actor.teamId) return refuse('team_not_found');
  return isUserId(user_id) ? accept({ userId: user_id }) : refuse('user_not_found');
}
