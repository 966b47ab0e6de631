import { accept } from '../../../../protocol/refusal.ts';
import { parseInvitationSecret } from '../../../../protocol/tokens.ts';
import { defined } from '../../defined.ts';
import type { Call } from '../../context.ts';
import { handler } from '../../handler.ts';
import { countGuess, mayGuess } from '../../limits.ts';

export const invitationsGet = handler<'invitations.get'>(async (context, { secret }) => {
  const mayAsk = await mayGuess(context);
  if (!mayAsk.ok) return mayAsk;
  const found = await find(context, secret);
  if (!found.ok && found.error === 'invitation_not_found') await countGuess(context);
  return found;
});

async function find({ objects }: Call, secret: string) {
  const workspace = parseInvitationSecret(secret);
  if (workspace === undefined) {
    const setUp = await objects.store().getSetUp(secret);
    return setUp.ok ? accept({ kind: 'setup' as const, role: 'owner' as const }) : setUp;
  }
  const found = await objects.directory(workspace.teamId).invitation(secret);
  if (!found.ok) return found;
  const { invitation, team, inviterName } = found;
  return accept({
    kind: 'workspace' as const,
    team: { id: team.id, name: team.name },
    inviter: { name: inviterName },
    role: invitation.role,
    ...defined({ email: invitation.email }),
  });
}
