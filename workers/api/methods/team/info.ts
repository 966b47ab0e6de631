import { presentTeam } from '../../../../domain/present/team.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const teamInfo = handler<'team.info'>(async ({ objects, actor, request }, args) => {
  if (args.team !== undefined && args.team !== actor.teamId) return refuse('team_not_found');
  const team = await objects.directory(actor.teamId).team();
  return team === undefined ? refuse('team_not_found') : accept({ team: presentTeam(team, request.origin) });
});
