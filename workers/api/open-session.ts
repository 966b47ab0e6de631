import type { TeamId, UserId } from '../../protocol/ids.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { scopes } from '../../protocol/scopes.ts';
import type { Call } from './context.ts';

/** A person's session in a workspace, under the account's session that asks: signing out of that ends this. */
export async function openSession(
  { objects, cookies }: Call,
  { teamId, userId }: { readonly teamId: TeamId; readonly userId: UserId },
  accountSessionId: string,
): Promise<Outcome<{ token: string }, 'service_unavailable'>> {
  const opened = await objects
    .member(teamId, userId)
    .openCredential({ kind: 'session', name: 'Session', scopes, accountSessionId });
  // The Directory, which was asked just now, makes the Member: what is not there yet will be.
  if (!opened.ok) return refuse('service_unavailable');
  cookies.setWorkspace(opened.token);
  return accept({ token: opened.token });
}
