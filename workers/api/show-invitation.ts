import type { MethodOutput } from '../../protocol/methods.ts';
import type { InvitationView } from '../../protocol/objects/directory.ts';
import { defined } from './defined.ts';

export const showInvitation = (
  invitation: InvitationView,
): MethodOutput<'invitations.create'>['invitation'] => ({
  id: invitation.id,
  role: invitation.role,
  max_uses: invitation.maxUses,
  expires: invitation.expires,
  channel_ids: [...invitation.channelIds],
  ...defined({ email: invitation.email }),
});
