import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { AccountCall } from './context.ts';

/**
 * Ends sessions of the account, with what they opened in workspaces. The workspaces first: if one does not answer, the
 * account's own session is still there to try again with. From then on they open nothing new there, so none slips in
 * between. `everywhere`: every session in the workspaces, whatever opened it.
 */
export async function endAccountSessions(
  { objects, session, accountToken, cookies }: AccountCall,
  sessionIds: readonly string[],
  everywhere = false,
): Promise<Outcome<object, 'service_unavailable' | 'invalid_auth'>> {
  const ended = await Promise.all(
    session.places.map(({ teamId, userId }) =>
      objects.member(teamId, userId).endSessionsOf(sessionIds, everywhere),
    ),
  );
  if (ended.some(({ ok }) => !ok)) return refuse('service_unavailable');
  const signedOut = await objects.store().endSessions({ token: accountToken, sessionIds });
  if (!signedOut.ok) return signedOut;
  if (sessionIds.includes(session.sessionId)) {
    cookies.clearAccount();
    for (const { teamId } of session.places) cookies.clearWorkspace(teamId);
  }
  return accept({});
}
