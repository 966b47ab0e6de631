import { isUsergroupId } from '../../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { showChanged } from '../../../show-usergroup.ts';

export const usergroupsUsersUpdate = handler<'usergroups.users.update'>(async ({ objects, actor }, args) => {
  if (!isUsergroupId(args.usergroup)) return refuse('no_such_subteam');
  const directory = objects.directory(actor.teamId);
  const changed = await directory.setUsergroupPeople(actor, args.usergroup, args.users);
  return changed.ok ? accept({ usergroup: showChanged(changed.usergroup, args.include_count) }) : changed;
});
