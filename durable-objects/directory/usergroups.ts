import type { Usergroup } from '../../protocol/entities.ts';
import type { UsergroupId, UserId } from '../../protocol/ids.ts';
import { presentUsergroup } from './present-usergroup.ts';
import type { Workspace } from './workspace.ts';

export function usergroups(workspace: Workspace): Usergroup[] {
  const everybody = workspace.usergroups.everybody();
  return workspace.usergroups
    .all()
    .map((row) => presentUsergroup(workspace, row, everybody.get(row.id) ?? []));
}

export function usergroup(workspace: Workspace, usergroupId: UsergroupId): Usergroup | undefined {
  const row = workspace.usergroups.byId(usergroupId);
  return row && presentUsergroup(workspace, row);
}

export const usergroupPeople = (
  workspace: Workspace,
  usergroupIds: readonly UsergroupId[],
): { usergroupId: UsergroupId; users: UserId[] }[] =>
  usergroupIds.map((usergroupId) => {
    const isEnabled = workspace.usergroups.byId(usergroupId)?.disabled === 0;
    return { usergroupId, users: isEnabled ? workspace.usergroups.people(usergroupId) : [] };
  });
