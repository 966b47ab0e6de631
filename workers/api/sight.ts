import { slackbotId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { CallerCall } from './context.ts';

/** A guest may write to those alone with whom they share a channel; everybody else to everybody of the workspace. */
export async function mayOpenDirectWith(
  { objects, actor }: CallerCall,
  userIds: readonly UserId[],
): Promise<boolean> {
  if (actor.role !== 'guest') return true;
  const channelsOf = async (userId: UserId) =>
    (await objects.member(actor.teamId, userId).memberships()).map(({ channelId }) => channelId);
  const own = new Set(await channelsOf(actor.userId));
  const others = userIds.filter((userId) => userId !== actor.userId && userId !== slackbotId);
  const theirs = await Promise.all(others.map((userId) => channelsOf(userId)));
  return theirs.every((channels) => channels.some((channelId) => own.has(channelId)));
}
