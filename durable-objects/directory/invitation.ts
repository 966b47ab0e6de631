import { mayInvitePeople } from '../../domain/permissions/permissions.ts';
import { sha256Hex } from '../../platform/secrets/hash.ts';
import type { DirectoryObject, InvitationView } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { parseInvitationSecret } from '../../protocol/tokens.ts';
import type { InvitationRow } from './invitations-store.ts';
import { presentTeamInfo } from './present-user.ts';
import { rules } from './set-rules.ts';
import type { Workspace } from './workspace.ts';

/** What a link invites to, for whoever holds it. */
export async function invitation(
  workspace: Workspace,
  secret: string,
): Promise<Awaited<ReturnType<DirectoryObject['invitation']>>> {
  const hash = await hashOf(workspace, secret);
  const row = hash === undefined ? undefined : workspace.invitations.byHash(hash);
  if (row === undefined) return refuse('invitation_not_found');
  const fault = faultOfInvitation(workspace, row);
  if (fault !== undefined) return refuse(fault);
  const inviterName = workspace.people.byId(row.inviter)?.profile.realName ?? '';
  return accept({
    invitation: viewInvitation(row),
    team: presentTeamInfo(workspace.requireTeam()),
    inviterName,
  });
}

/** The hash to look for, if the link is of this workspace. */
export async function hashOf(workspace: Workspace, text: string): Promise<string | undefined> {
  const parsed = parseInvitationSecret(text);
  return parsed?.teamId === workspace.team?.id && parsed !== undefined ? sha256Hex(parsed.secret) : undefined;
}

/**
 * Why a link lets nobody new in, if it does not. One whose maker was deactivated, or could no longer make it, counts as
 * taken back: it must not outlive the right that it was made by.
 */
export function faultOfInvitation(
  workspace: Workspace,
  row: InvitationRow,
): 'invitation_revoked' | 'invitation_expired' | 'invitation_used' | undefined {
  const inviter = workspace.people.byId(row.inviter);
  const isHeld = inviter?.isActive === true && mayInvitePeople(inviter, row.role, rules(workspace));
  if (row.revoked !== undefined || !isHeld) return 'invitation_revoked';
  if (row.expires * 1_000 <= workspace.now()) return 'invitation_expired';
  if (row.uses >= row.usesMax) return 'invitation_used';
  return undefined;
}

export const viewInvitation = (row: InvitationRow): InvitationView => ({
  id: row.id,
  role: row.role,
  channelIds: row.channels,
  ...(row.email === undefined ? {} : { email: row.email }),
  maxUses: row.usesMax,
  uses: row.uses,
  expires: row.expires,
  inviter: row.inviter,
});
