import { presentBotProfile } from '../../../../domain/present/bot-profile.ts';
import { isBotId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

/** Without `bot`, a bot is told of itself. */
export const botsInfo = handler<'bots.info'>(async ({ objects, actor }, args) => {
  const id = args.bot ?? actor.bot?.id ?? '';
  if (!isBotId(id)) return refuse('bot_not_found');
  const person = await objects.directory(actor.teamId).bot(id);
  if (person?.bot === undefined) return refuse('bot_not_found');
  const { team_id: _team, ...profile } = presentBotProfile(actor.teamId, person.bot, person.user.updated);
  return accept({ bot: { ...profile, deleted: !person.isActive, user_id: person.id } });
});
