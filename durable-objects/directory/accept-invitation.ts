import { profileOf } from '../../domain/profile/profile-facts.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { addPerson } from './add-person.ts';
import { completePerson, owePerson } from './complete-person.ts';
import { faultOfInvitation, hashOf } from './invitation.ts';
import type { InvitationRow } from './invitations-store.ts';
import type { PersonRow } from './people-store.ts';
import { presentTeamInfo } from './present-user.ts';
import type { Workspace } from './workspace.ts';

type Accept = DirectoryObject['acceptInvitation'];
type Account = Parameters<Accept>[1];

/**
 * The person and the use are one transaction; then their Member and the channels are told. A repeat by the same
 * account costs no use and completes what the first one left. Who was here already stays who they are.
 */
export async function acceptInvitation(
  workspace: Workspace,
  secret: string,
  account: Account,
): Promise<Awaited<ReturnType<Accept>>> {
  const hash = await hashOf(workspace, secret);
  // From here to the end of the transaction nothing is awaited: a cap holds for those who come at once.
  const row = hash === undefined ? undefined : workspace.invitations.byHash(hash);
  if (row === undefined) return refuse('invitation_not_found');
  const present = workspace.people.byAccount(account.accountId);
  const isRepeat = present !== undefined && workspace.invitations.isUsedBy(row.id, account.accountId);
  if (!isRepeat) {
    const fault = faultOfInvitation(workspace, row);
    if (fault !== undefined) return refuse(fault);
    const isForOther = row.email !== undefined && row.email !== account.email.toLowerCase();
    if (isForOther) return refuse('invitation_for_other_email');
  }
  if (present?.isActive === false) return refuse('account_deactivated');
  const userId = isRepeat ? present.id : write(workspace, row, account, present);
  if (!(await completePerson(workspace, userId))) return refuse('service_unavailable');
  return accept({ team: presentTeamInfo(workspace.requireTeam()), userId });
}

function write(
  workspace: Workspace,
  invitation: InvitationRow,
  { accountId, email, realName }: Account,
  present: PersonRow | undefined,
): UserId {
  const userId = present?.id ?? mintId('U');
  const isNew = present === undefined;
  const general = isNew && invitation.role !== 'guest' ? [workspace.requireTeam().generalId] : [];
  workspace.transact((log) => {
    workspace.invitations.use(invitation.id, accountId);
    if (isNew) {
      const profile = profileOf(realName, email);
      addPerson(workspace, log, { id: userId, role: invitation.role, profile, account: accountId });
    }
    for (const channel of new Set([...general, ...invitation.channels])) {
      workspace.people.saveSeat({ user: userId, channel, inviter: invitation.inviter });
    }
    owePerson(workspace, userId);
  });
  return userId;
}
