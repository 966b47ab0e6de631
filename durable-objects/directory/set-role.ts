import { decideRoleChange } from '../../domain/permissions/permissions.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { refuse } from '../../protocol/refusal.ts';
import { answerWhenComplete, findManaged, savePerson } from './manage-person.ts';
import type { Workspace } from './workspace.ts';

type SetRole = DirectoryObject['setRole'];

/** Who was a guest comes into #general, where every full member is. */
export async function setRole(
  workspace: Workspace,
  actor: Actor,
  userId: UserId,
  role: Parameters<SetRole>[2],
): ReturnType<SetRole> {
  const found = findManaged(workspace, actor, userId);
  if (!found.ok) return found;
  const { who, row, standing } = found;
  const decision = decideRoleChange(who, standing, role);
  if (decision !== 'allowed') return refuse(decision);
  const admit = (): void => {
    workspace.people.clearStays(userId);
    workspace.people.saveSeat({ user: userId, channel: workspace.requireTeam().generalId, inviter: null });
  };
  savePerson(workspace, row, { role }, row.role === 'guest' ? admit : undefined);
  return answerWhenComplete(workspace, userId);
}
