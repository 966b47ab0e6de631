import { isUsergroupId } from '../../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';

export const usergroupsUsersList = handler<'usergroups.users.list'>(async ({ objects, actor }, args) => {
  if (!isUsergroupId(args.usergroup)) return refuse('no_such_subteam');
  const usergroup = await objects.directory(actor.teamId).usergroup(args.usergroup);
  if (usergroup === undefined) return refuse('no_such_subteam');
  const isListed = args.include_disabled || usergroup.date_delete === 0;
  return isListed ? accept({ users: usergroup.users ?? [] }) : refuse('no_such_subteam');
});
