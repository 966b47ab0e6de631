import { refuse } from '../../../../../protocol/refusal.ts';
import { endAccountSessions } from '../../../end-account-sessions.ts';
import { handler } from '../../../handler.ts';

export const accountSessionsRevoke = handler<'account.sessions.revoke'>(async (context, args) => {
  const { objects, accountToken } = context;
  const found = await objects.store().sessions(accountToken);
  if (!found.ok) return found;
  const isOwn = found.sessions.some(({ id }) => id === args.session_id);
  return isOwn ? endAccountSessions(context, [args.session_id]) : refuse('session_not_found');
});
