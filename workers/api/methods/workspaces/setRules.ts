import { accept } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { showRules } from '../../show-rules.ts';

export const workspacesSetRules = handler<'workspaces.setRules'>(async ({ objects, actor }, args) => {
  const set = await objects.directory(actor.teamId).setRules(
    actor,
    defined({
      editWindowMinutes: args.msg_edit_window_mins,
      allowDeletion: args.allow_message_deletion,
      adminsInviteAlone: args.invites_only_admins,
    }),
  );
  return set.ok ? accept(showRules(set.rules)) : set;
});
