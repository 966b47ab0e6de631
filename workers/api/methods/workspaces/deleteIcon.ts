import { presentTeam } from '../../../../domain/present/team.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const workspacesDeleteIcon = handler<'workspaces.deleteIcon'>(async ({ objects, actor, request }) => {
  const set = await objects.directory(actor.teamId).setIcon(actor, undefined);
  return set.ok ? accept({ team: presentTeam(set.team, request.origin) }) : set;
});
