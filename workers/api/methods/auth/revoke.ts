import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const authRevoke = handler<'auth.revoke'>(async ({ objects, caller, cookies }, args) => {
  if (args.test) return accept({ revoked: false });
  const member = objects.member(caller.teamId, caller.userId);
  const revoked = await member.revokeCredential(caller.credentialId);
  cookies.clearWorkspace(caller.teamId);
  return revoked;
});
