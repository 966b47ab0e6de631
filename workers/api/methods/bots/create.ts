import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const botsCreate = handler<'bots.create'>(async ({ objects, actor }, { name }) => {
  const created = await objects.directory(actor.teamId).createBot(actor, name);
  if (!created.ok) return created;
  const { id, bot } = created.person;
  if (bot === undefined) return refuse('internal_error');
  return accept({ bot: { id: bot.id, user_id: id, name: bot.name } });
});
