import { slackbotId } from '../../protocol/ids.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { CallerCall } from './context.ts';

/**
 * Whom the caller knows of: a guest those with whom they share a conversation, everybody else everybody. Asked of the
 * Members: of somebody who never was the answer is that of somebody who is elsewhere.
 */
export async function seesAll(context: CallerCall, userIds: readonly UserId[]): Promise<boolean> {
  if (context.actor.role !== 'guest') return true;
  const own = new Set(await channelsOf(context, context.actor.userId));
  const others = userIds.filter((userId) => userId !== context.actor.userId && userId !== slackbotId);
  const theirs = await Promise.all(others.map((userId) => channelsOf(context, userId)));
  return theirs.every((channels) => channels.some((channelId) => own.has(channelId)));
}

export async function channelsOf(
  { objects, actor }: CallerCall,
  userId: UserId,
): Promise<readonly ChannelId[]> {
  const memberships = await objects.member(actor.teamId, userId).memberships();
  return memberships.map(({ channelId }) => channelId);
}
