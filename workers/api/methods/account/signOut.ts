import { endAccountSessions } from '../../end-account-sessions.ts';
import { handler } from '../../handler.ts';

export const accountSignOut = handler<'account.signOut'>(async (context, { everywhere }) => {
  const { objects, session, accountToken } = context;
  if (!everywhere) return endAccountSessions(context, [session.sessionId]);
  const found = await objects.store().sessions(accountToken);
  if (!found.ok) return found;
  const all = found.sessions.map(({ id }) => id);
  return endAccountSessions(context, all, true);
});
