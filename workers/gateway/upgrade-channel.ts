import { mayReadFromOutside } from '../../domain/permissions/permissions.ts';
import type { Env } from '../../platform/env.ts';
import type { Objects } from '../../platform/objects.ts';
import { closeCodes } from '../../protocol/frames.ts';
import { isChannelId, isDirectId } from '../../protocol/ids.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import { actorOf } from '../api/authenticate.ts';
import { closedSocket } from './closed-socket.ts';
import { upgradeTo } from './upgrade.ts';

/**
 * A socket straight to one channel. What is no id, was never minted or is not the caller's is refused alike, and wakes
 * no Channel; the Channel decides again, now and with each entry.
 */
export const upgradeChannel = (request: Request, env: Env, channel: string): Promise<Response> =>
  upgradeTo(request, env, async (objects, caller, forwarded) => {
    if (!isChannelId(channel) || !(await isVisible(objects, caller, channel))) return notFound();
    const answer = await objects.channel(channel).fetch(forwarded);
    if (answer.status === 101) return answer;
    return answer.status === 404 ? notFound() : closedSocket(1013, 'try again later');
  });

/** The steps of api/gate.ts, for a caller who came by a ticket too. */
async function isVisible(objects: Objects, caller: Caller, channelId: ChannelId): Promise<boolean> {
  const membership = await objects.member(caller.teamId, caller.userId).membership(channelId);
  if (membership !== undefined) return true;
  if (isDirectId(channelId) || !mayReadFromOutside(caller)) return false;
  return (await objects.directory(caller.teamId).visibleChannel(actorOf(caller), { id: channelId })).ok;
}

const notFound = (): Response => closedSocket(closeCodes.notAuthenticated, 'channel_not_found');
