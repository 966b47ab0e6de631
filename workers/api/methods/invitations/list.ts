import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { isInvitationId } from '../../../../protocol/ids.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { showInvitation } from '../../show-invitation.ts';

export const invitationsList = handler<'invitations.list'>(async ({ objects, actor }, args) => {
  const start = readCursor('invitations.list', args.cursor, isInvitationId);
  if (!start.ok) return start;
  const { invitations, more } = await objects.directory(actor.teamId).invitations(actor, {
    limit: args.limit,
    ...(start.after === undefined ? {} : { after: start.after }),
  });
  const last = more ? invitations.at(-1)?.id : undefined;
  return accept({
    invitations: invitations.map((invitation) => ({
      ...showInvitation(invitation),
      uses: invitation.uses,
      inviter: invitation.inviter,
    })),
    response_metadata: { next_cursor: writeCursor('invitations.list', last) },
  });
});
