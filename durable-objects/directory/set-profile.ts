import { decideProfileChange } from '../../domain/permissions/permissions.ts';
import { decideProfile } from '../../domain/profile/decide-profile.ts';
import { slackbotId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { completePerson, owePerson } from './complete-person.ts';
import type { PersonRow } from './people-store.ts';
import { presentPerson } from './present-user.ts';
import type { Workspace } from './workspace.ts';

/** Changes nothing and tells nobody if the profile is so already. */
export function setProfile(
  workspace: Workspace,
  actor: Actor,
  userId: UserId,
  fields: Readonly<Record<string, unknown>>,
): Awaited<ReturnType<DirectoryObject['setProfile']>> {
  const who = workspace.activePerson(actor);
  const row = workspace.people.byId(userId);
  if (who === undefined || row === undefined || userId === slackbotId) return refuse('user_not_found');
  const decision = decideProfileChange(
    { userId: who.id, role: who.role },
    { userId: row.id, role: row.role },
  );
  if (decision !== 'allowed') return refuse(decision);
  const decided = decideProfile(row.profile, fields);
  if (!decided.ok) return decided;
  const changed = { ...row, profile: decided.facts };
  const isChanged = JSON.stringify(row.profile) !== JSON.stringify(changed.profile);
  return accept({
    person: presentPerson(
      workspace.requireTeam(),
      isChanged ? save(workspace, row, changed) : row,
      workspace.now(),
    ),
  });
}

function save(workspace: Workspace, before: PersonRow, changed: PersonRow): PersonRow {
  // A Member signs a bot's messages with its name; of others it knows none.
  const isCopied = before.bot !== undefined && before.profile.realName !== changed.profile.realName;
  const saved = workspace.transact((log) => {
    const row: PersonRow = {
      ...changed,
      updated: Math.floor(workspace.now() / 1_000),
      version: changed.version + (isCopied ? 1 : 0),
      rev: log.append('user_change', changed.id),
    };
    workspace.people.save(row);
    if (isCopied) owePerson(workspace, row.id);
    return row;
  });
  // Not awaited: the name that its next messages carry may follow a moment later; the alarm sees to it.
  if (isCopied) void completePerson(workspace, saved.id);
  return saved;
}
