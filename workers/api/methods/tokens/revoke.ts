import { isCredentialId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { findHolder } from '../../find-holder.ts';
import { handler } from '../../handler.ts';

export const tokensRevoke = handler<'tokens.revoke'>(async (context, args) => {
  const holder = await findHolder(context, args.user_id);
  if (!holder.ok) return holder;
  const { token_id: id } = args;
  if (!isCredentialId(id)) return refuse('token_not_found');
  const ended = await holder.member.revokeCredential(id, 'token');
  if (!ended.ok) return ended;
  return ended.revoked ? accept({}) : refuse('token_not_found');
});
