import { accept } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { showChanged } from '../../show-usergroup.ts';

export const usergroupsCreate = handler<'usergroups.create'>(async ({ objects, actor }, args) => {
  const { name, handle, description, channels } = args;
  // A form may bring a handle that was left empty: it is made of the name then.
  const request = { name, ...defined({ handle: handle || undefined, description, channels }) };
  const made = await objects.directory(actor.teamId).createUsergroup(actor, request);
  return made.ok ? accept({ usergroup: showChanged(made.usergroup, args.include_count) }) : made;
});
