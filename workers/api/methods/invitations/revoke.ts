import { isInvitationId } from '../../../../protocol/ids.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const invitationsRevoke = handler<'invitations.revoke'>(async ({ objects, actor }, args) =>
  isInvitationId(args.invitation_id)
    ? objects.directory(actor.teamId).revokeInvitation(actor, args.invitation_id)
    : refuse('invitation_not_found'),
);
