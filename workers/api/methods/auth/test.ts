import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const authTest = handler<'auth.test'>(async ({ objects, actor, request }) => {
  const directory = objects.directory(actor.teamId);
  const [team, person] = await Promise.all([directory.team(), directory.person(actor.userId)]);
  if (team === undefined || person === undefined) return refuse('invalid_auth');
  return accept({
    url: `${request.origin}/`,
    team: team.name,
    user: person.user.name,
    team_id: actor.teamId,
    user_id: actor.userId,
    ...(actor.bot === undefined ? {} : { bot_id: actor.bot.id }),
    is_enterprise_install: false,
  });
});
