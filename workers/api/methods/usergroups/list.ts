import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { showUsergroup } from '../../show-usergroup.ts';

export const usergroupsList = handler<'usergroups.list'>(async ({ objects, actor }, args) => {
  const usergroups = await objects.directory(actor.teamId).usergroups();
  const shown = { withUsers: args.include_users, withCount: args.include_count };
  return accept({
    usergroups: usergroups
      .filter((usergroup) => args.include_disabled || usergroup.date_delete === 0)
      .map((usergroup) => showUsergroup(usergroup, shown)),
  });
});
