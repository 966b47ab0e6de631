import { isUserId, slackbotId } from '../../protocol/ids.ts';
import type { UsergroupId, UserId } from '../../protocol/ids.ts';
import { usergroupPeopleMax } from '../../protocol/limits.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { bringIntoDefaultChannels } from './default-channels.ts';
import { presentUsergroup } from './present-usergroup.ts';
import { requireManager } from './set-usergroup.ts';
import type { Workspace } from './workspace.ts';

/** What the entry keeps of a change; `before` and `now` in seconds. */
export interface MembersChange {
  readonly added: readonly UserId[];
  readonly removed: readonly UserId[];
  readonly before: number;
  readonly now: number;
}

/** Tells nobody where nothing changes. */
export function setUsergroupPeople(
  workspace: Workspace,
  actor: Actor,
  usergroupId: UsergroupId,
  given: readonly string[],
): Awaited<ReturnType<DirectoryObject['setUsergroupPeople']>> {
  const managing = requireManager(workspace, actor);
  if (!managing.ok) return managing;
  const wanted = new Set(given);
  if (wanted.size === 0) return refuse('no_users_provided');
  if (wanted.size > usergroupPeopleMax) {
    const messages = [`[ERROR] a user group has at most ${usergroupPeopleMax} people`];
    return refuse('subteam_max_users_exceeded', { messages });
  }
  const row = workspace.usergroups.byId(usergroupId);
  if (row === undefined) return refuse('no_such_subteam');
  const ids = [...wanted].filter((id) => isUserId(id)).filter((id) => id !== slackbotId);
  const found = workspace.people.byIds(ids);
  if (ids.length < wanted.size || ids.some((id) => found.get(id)?.isActive !== true)) {
    return refuse('invalid_users');
  }
  const before = new Set(workspace.usergroups.people(usergroupId));
  const added = ids.filter((id) => !before.has(id));
  const removed = [...before].filter((id) => !wanted.has(id));
  if (added.length + removed.length === 0) return accept({ usergroup: presentUsergroup(workspace, row) });

  const saved = {
    ...row,
    updater: managing.person.id,
    updated: Math.floor(workspace.now() / 1_000),
  };
  const change: MembersChange = { added, removed, before: row.updated, now: saved.updated };
  const bringIn = workspace.transact((log) => {
    workspace.usergroups.savePeople(usergroupId, ids);
    workspace.usergroups.save(saved);
    log.append('subteam_members_changed', usergroupId, change);
    log.append('subteam_updated', usergroupId);
    return bringIntoDefaultChannels(workspace, added, row.channels, managing.person.id);
  });
  bringIn();
  return accept({ usergroup: presentUsergroup(workspace, saved) });
}
