import { ask, call, CallRefused } from '../client.ts';
import type { Conversation } from './story/story.ts';

/** The public channels, made by the owner before anybody is there to see them: name → id. */
export async function makeChannels(
  url: string,
  ownerToken: string,
  conversations: readonly Conversation[],
): Promise<Map<string, string>> {
  // Some come with the workspace.
  const { channels } = await ask(url, 'conversations.list', ownerToken, { limit: 200 });
  const ids = new Map<string, string>(channels.map(({ id, name }) => [name ?? '', id]));
  for (const { kind, name } of conversations) {
    if (kind !== 'public' || ids.has(name)) continue;
    const { channel } = await ask(url, 'conversations.create', ownerToken, { name });
    ids.set(name, channel.id);
  }
  return ids;
}

/** Brings people in. Those who are there already are passed over. */
export async function bringIn(
  url: string,
  token: string,
  channel: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const args = { channel, users: [...userIds], force: true };
  const answer = await call(url, 'conversations.invite', token, args);
  if (!answer.ok && answer.error !== 'already_in_channel')
    throw new CallRefused('conversations.invite', answer);
}
