import { decideCredentials } from '../../domain/permissions/permissions.ts';
import { isUserId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { MemberObject } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { CallerCall } from './context.ts';

type Held = Outcome<
  { member: MemberObject; userId: UserId },
  'not_an_admin' | 'not_an_owner' | 'user_not_found'
>;

/** Whose sessions and tokens a caller may see and end: their own, or of somebody that they answer for. */
export async function findHolder(
  { objects, actor }: CallerCall,
  userId: string = actor.userId,
): Promise<Held> {
  if (userId === actor.userId) {
    return accept({ member: objects.member(actor.teamId, actor.userId), userId: actor.userId });
  }
  if (!isUserId(userId)) return refuse('user_not_found');
  // The Directory's own rows: it decides roles.
  const [who, whose] = await Promise.all([
    objects.directory(actor.teamId).person(actor.userId),
    objects.directory(actor.teamId).person(userId),
  ]);
  if (who === undefined || whose === undefined) return refuse('user_not_found');
  const decision = decideCredentials(
    { userId: who.id, role: who.role },
    { userId: whose.id, role: whose.role },
  );
  if (decision !== 'allowed') return refuse(decision);
  return accept({ member: objects.member(actor.teamId, whose.id), userId: whose.id });
}
