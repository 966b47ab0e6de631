import { decideDeactivation } from '../../domain/permissions/permissions.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { refuse } from '../../protocol/refusal.ts';
import { answerWhenComplete, findManaged, requireManager, savePerson } from './manage-person.ts';
import type { Workspace } from './workspace.ts';

/** Answered when nothing that they opened works or hears any more. A repeat after no answer waits for it. */
export async function deactivate(
  workspace: Workspace,
  actor: Actor,
  userId: UserId,
): ReturnType<DirectoryObject['deactivate']> {
  const found = findManaged(workspace, actor, userId);
  if (!found.ok) return found;
  const { who, row, standing } = found;
  const decision = decideDeactivation(who, standing);
  if (decision !== 'allowed') return refuse(decision);
  const isRepeat = !row.isActive && workspace.people.owed(userId) !== undefined;
  if (!row.isActive && !isRepeat) return refuse('user_already_deleted');
  savePerson(workspace, row, { isActive: false });
  return answerWhenComplete(workspace, userId);
}

/** Where they were before, as who they were before. */
export async function reactivate(
  workspace: Workspace,
  actor: Actor,
  userId: UserId,
): ReturnType<DirectoryObject['reactivate']> {
  const found = requireManager(workspace, actor, userId);
  if (!found.ok) return found;
  savePerson(workspace, found.row, { isActive: true });
  return answerWhenComplete(workspace, userId);
}
