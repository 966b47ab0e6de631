import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const accountSignOut = handler<'account.signOut'>(async (context, { everywhere }) => {
  const { objects, session, accountToken, cookies } = context;
  const ended = everywhere ? 'all' : [session.sessionId];
  // The workspaces first: if one does not answer, the account's own session is still there to try again with.
  await Promise.all(
    session.places.map(({ teamId, userId }) => objects.member(teamId, userId).endSessionsOf(ended)),
  );
  const signedOut = await objects.store().signOut({ token: accountToken, everywhere });
  if (!signedOut.ok) return signedOut;
  cookies.clearAccount();
  for (const { teamId } of session.places) cookies.clearWorkspace(teamId);
  return accept({});
});
