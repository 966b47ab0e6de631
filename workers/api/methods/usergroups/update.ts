import { isUsergroupId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { showChanged } from '../../show-usergroup.ts';

export const usergroupsUpdate = handler<'usergroups.update'>(async ({ objects, actor }, args) => {
  const { usergroup, name, handle, description, channels } = args;
  if (!isUsergroupId(usergroup)) return refuse('no_such_subteam');
  const request = defined({ name, handle, description, channels });
  const changed = await objects.directory(actor.teamId).updateUsergroup(actor, usergroup, request);
  return changed.ok ? accept({ usergroup: showChanged(changed.usergroup, args.include_count) }) : changed;
});
