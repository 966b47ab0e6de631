import type { TeamId, UserId } from '../../protocol/ids.ts';
import type { Envelope } from './tabs.ts';

/** To the tabs of another workspace of the same account: the session that they live on has ended. */
export function tellSignedOut(teamId: TeamId, userId: UserId): void {
  const channel = new BroadcastChannel(`edgewise:${teamId}`);
  channel.postMessage({ userId, message: { type: 'signed_out' } } satisfies Envelope);
  channel.close();
}
