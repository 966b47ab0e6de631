import { presentTeam } from '../../../../domain/present/team.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const workspacesSetName = handler<'workspaces.setName'>(async ({ objects, actor, request }, args) => {
  const set = await objects.directory(actor.teamId).setName(actor, args.name);
  return set.ok ? accept({ team: presentTeam(set.team, request.origin) }) : set;
});
