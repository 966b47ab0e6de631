import { mayCreateBot } from '../../domain/permissions/permissions.ts';
import { profileOf } from '../../domain/profile/profile-facts.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { addPerson } from './add-person.ts';
import { completePerson } from './complete-person.ts';
import { presentPerson } from './present-user.ts';
import type { Workspace } from './workspace.ts';

type CreateBot = DirectoryObject['createBot'];

/** A person that a program speaks as. It is in no channel until somebody brings it in. */
export async function createBot(
  workspace: Workspace,
  actor: Actor,
  name: string,
): Promise<Awaited<ReturnType<CreateBot>>> {
  const maker = workspace.activePerson(actor);
  if (maker === undefined || !mayCreateBot(maker)) return refuse('restricted_action');
  // One that a call of theirs made without being answered, unless that call still works on it.
  const left = workspace.people.unansweredBot(maker.id, name);
  const id = left !== undefined && !workspace.completing.has(left.id) ? left.id : mintId('U');
  if (id !== left?.id) {
    workspace.transact((log) => {
      const bot = { id: mintId('B'), maker: maker.id };
      addPerson(workspace, log, { id, role: 'member', profile: profileOf(name, undefined), bot });
    });
  }
  if (!(await completePerson(workspace, id))) return refuse('service_unavailable');
  workspace.transact(() => workspace.people.saveAnswered(id));
  const row = workspace.people.byId(id);
  if (row === undefined) throw new Error(`a bot lost its row: ${id}`);
  return accept({ person: presentPerson(workspace.requireTeam(), row, workspace.now()) });
}
