import { sha256Hex } from '../../platform/secrets/hash.ts';
import type { DirectoryObject, InvitationView } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { parseInvitationSecret } from '../../protocol/tokens.ts';
import type { InvitationRow } from './invitations-store.ts';
import { presentTeamInfo } from './present-user.ts';
import type { Workspace } from './workspace.ts';

/** What a link invites to, for whoever holds it. */
export async function invitation(
  workspace: Workspace,
  secret: string,
): Promise<Awaited<ReturnType<DirectoryObject['invitation']>>> {
  const hash = await hashOf(workspace, secret);
  const row = hash === undefined ? undefined : workspace.invitations.byHash(hash);
  if (row === undefined) return refuse('invitation_not_found');
  const fault = faultOfInvitation(row, workspace.now());
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

/** Why a link lets nobody new in, if it does not. */
export function faultOfInvitation(
  row: InvitationRow,
  nowMs: number,
): 'invitation_revoked' | 'invitation_expired' | 'invitation_used' | undefined {
  if (row.revoked !== undefined) return 'invitation_revoked';
  if (row.expires * 1_000 <= nowMs) return 'invitation_expired';
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
