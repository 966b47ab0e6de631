import type { BotProfile } from '../../protocol/entities.ts';
import type { BotId, TeamId } from '../../protocol/ids.ts';

/** A bot as a message of its shows it. */
export const presentBotProfile = (
  teamId: TeamId,
  { id, name }: { readonly id: BotId; readonly name: string },
  updated: number,
): BotProfile => ({ id, deleted: false, name, updated, app_id: '', team_id: teamId, icons: {} });
