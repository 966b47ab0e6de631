import { iconKey } from '../../domain/images/pictures.ts';
import { mayRunWorkspace } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { presentTeamInfo } from './present-user.ts';
import { keep, throwAway } from './waste.ts';
import type { Workspace } from './workspace.ts';

type Answer = Awaited<ReturnType<DirectoryObject['setName']>>;

/** Everybody is told at once; the Store, which has a copy of the name, by a duty. */
export function setName(workspace: Workspace, actor: Actor, name: string): Answer {
  if (!isRunBy(workspace, actor)) return refuse('not_an_admin');
  if (workspace.requireTeam().name !== name) {
    workspace.transact((log) => {
      const nameOwed = { due: workspace.now(), tries: 0 };
      workspace.saveTeam(log, { ...workspace.requireTeam(), name, nameOwed });
      log.append('team_rename', 'team');
    });
  }
  return accept({ team: presentTeamInfo(workspace.requireTeam()) });
}

/** Whose bytes are stored already. Tells nobody if there was none to take away. */
export function setIcon(workspace: Workspace, actor: Actor, hash: string | undefined): Answer {
  if (!isRunBy(workspace, actor)) return refuse('not_an_admin');
  const { icon: before, ...rest } = workspace.requireTeam();
  if (before !== hash) {
    workspace.transact((log) => {
      workspace.saveTeam(log, { ...rest, ...(hash === undefined ? {} : { icon: hash }) });
      log.append('team_icon_change', 'team');
      if (hash !== undefined) keep(workspace, `${iconKey(rest.id, hash)}/`);
      if (before !== undefined) throwAway(workspace, `${iconKey(rest.id, before)}/`);
    });
  }
  return accept({ team: presentTeamInfo(workspace.requireTeam()) });
}

function isRunBy(workspace: Workspace, actor: Actor): boolean {
  const person = workspace.activePerson(actor);
  return person !== undefined && mayRunWorkspace(person);
}
