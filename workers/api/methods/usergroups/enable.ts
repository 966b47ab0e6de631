import { isUsergroupId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { showChanged } from '../../show-usergroup.ts';

export const usergroupsEnable = handler<'usergroups.enable'>(async ({ objects, actor }, args) => {
  if (!isUsergroupId(args.usergroup)) return refuse('no_such_subteam');
  const changed = await objects.directory(actor.teamId).enableUsergroup(actor, args.usergroup, true);
  return changed.ok ? accept({ usergroup: showChanged(changed.usergroup, args.include_count) }) : changed;
});
