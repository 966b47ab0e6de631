import { isCredentialId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { findHolder } from '../../find-holder.ts';
import { handler } from '../../handler.ts';

export const sessionsRevoke = handler<'sessions.revoke'>(async (context, args) => {
  const holder = await findHolder(context, args.user_id);
  if (!holder.ok) return holder;
  const { session_id: id } = args;
  if (!isCredentialId(id)) return refuse('session_not_found');
  const ended = await holder.member.revokeCredential(id, 'session');
  if (!ended.ok) return ended;
  if (!ended.revoked) return refuse('session_not_found');
  const { caller, cookies } = context;
  if (id === caller.credentialId) cookies.clearWorkspace(caller.teamId);
  return accept({});
});
