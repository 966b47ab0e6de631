import { avatarKey } from '../../domain/images/pictures.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { PersonRow } from './people-store.ts';
import { presentPerson } from './present-user.ts';
import { keep, throwAway } from './waste.ts';
import type { Workspace } from './workspace.ts';

/** One's own, whose bytes are stored already. Tells nobody if there was none to take away. */
export function setPhoto(
  workspace: Workspace,
  actor: Actor,
  hash: string | undefined,
): Awaited<ReturnType<DirectoryObject['setPhoto']>> {
  const row = workspace.activePerson(actor);
  if (row === undefined) return refuse('account_inactive');
  const team = workspace.requireTeam();
  const { photo: before, ...rest } = row.profile;
  if (before === hash) return accept({ person: presentPerson(team, row, workspace.now()) });
  const saved = workspace.transact((log) => {
    const changed: PersonRow = {
      ...row,
      profile: { ...rest, ...(hash === undefined ? {} : { photo: hash }) },
      updated: Math.floor(workspace.now() / 1_000),
      rev: log.append('user_change', row.id),
    };
    workspace.people.save(changed);
    if (hash !== undefined) keep(workspace, `${avatarKey(team.id, hash)}/`);
    if (before !== undefined) throwAway(workspace, `${avatarKey(team.id, before)}/`);
    return changed;
  });
  return accept({ person: presentPerson(team, saved, workspace.now()) });
}
