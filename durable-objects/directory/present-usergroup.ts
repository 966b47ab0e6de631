import type { Usergroup } from '../../protocol/entities.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { UsergroupRow } from './usergroups-store.ts';
import type { Workspace } from './workspace.ts';

/** `people`: where they are known already. */
export function presentUsergroup(
  workspace: Workspace,
  row: UsergroupRow,
  people: readonly UserId[] = workspace.usergroups.people(row.id),
): Usergroup {
  return {
    id: row.id,
    team_id: workspace.requireTeam().id,
    is_usergroup: true,
    is_subteam: true,
    name: row.name,
    description: row.description,
    handle: row.handle,
    is_external: false,
    date_create: row.created,
    date_update: row.updated,
    date_delete: row.disabled,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: row.creator,
    updated_by: row.updater,
    deleted_by: row.disabler ?? null,
    prefs: { channels: [...row.channels], groups: [] },
    users: [...people],
    user_count: people.length,
    channel_count: row.channels.length,
  };
}
