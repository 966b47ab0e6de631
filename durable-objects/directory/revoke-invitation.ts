import { mayRevokeInvitation, maySeeInvitationsOfOthers } from '../../domain/permissions/permissions.ts';
import type { InvitationId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { faultOfInvitation, viewInvitation } from './invitation.ts';
import type { Workspace } from './workspace.ts';

/** Admins see all, others those that they made. */
export function invitations(
  workspace: Workspace,
  actor: Actor,
  { after, limit }: { after?: InvitationId; limit: number },
): Awaited<ReturnType<DirectoryObject['invitations']>> {
  const who = workspace.activePerson(actor);
  if (who === undefined) return { invitations: [], more: false };
  const standing = workspace.invitations
    .after(after ?? '', maySeeInvitationsOfOthers(who) ? undefined : who.id)
    .filter((row) => faultOfInvitation(workspace, row) === undefined);
  return {
    invitations: standing.slice(0, limit).map((row) => viewInvitation(row)),
    more: standing.length > limit,
  };
}

/** One that was taken back already: ok. Of another's a member learns nothing. */
export function revokeInvitation(
  workspace: Workspace,
  actor: Actor,
  invitationId: InvitationId,
): Awaited<ReturnType<DirectoryObject['revokeInvitation']>> {
  const who = workspace.activePerson(actor);
  const row = workspace.invitations.byId(invitationId);
  if (who === undefined || row === undefined) return refuse('invitation_not_found');
  if (!mayRevokeInvitation({ userId: who.id, role: who.role }, row.inviter)) {
    return refuse('invitation_not_found');
  }
  const revoked = Math.floor(workspace.now() / 1_000);
  workspace.transact(() => workspace.invitations.revoke(invitationId, revoked));
  return accept({});
}
