import { scopes } from '../../protocol/scopes.ts';
import { ask } from '../client.ts';
import type { Demo } from './fill.ts';

/** A bot with a token of every scope that a bot's methods ask for. */
export async function makeBot(url: string, ownerToken: string, name: string): Promise<Demo['bot']> {
  const { bot } = await ask(url, 'bots.create', ownerToken, { name });
  const { token } = await ask(url, 'tokens.create', ownerToken, {
    kind: 'bot',
    bot_id: bot.id,
    name: 'demo',
    scopes: [...scopes],
  });
  return { id: bot.id, user_id: bot.user_id, token };
}
