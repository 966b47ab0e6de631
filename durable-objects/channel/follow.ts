import type { TeamId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept } from '../../protocol/refusal.ts';
import type { Duty } from '../log/duties.ts';
import { requireListener } from './access.ts';
import type { Room } from './room.ts';

const leaseMs = 24 * 60 * 60 * 1_000;

/** A shard gets the log without having people in it. The lease ends by itself where the gateway dies. */
export function follow(
  room: Room,
  actor: Actor,
  shard: number,
): Awaited<ReturnType<ChannelObject['follow']>> {
  const seen = requireListener(room, actor);
  if (!seen.ok) return seen;
  room.lease(shard, room.now() + leaseMs);
  return accept({ head: room.head.seq });
}

export function unfollow(room: Room, teamId: TeamId, shard: number): void {
  if (room.meta?.teamId === teamId) room.endLease(shard);
}

export const leasesDuty = (room: Room): Duty => ({
  name: 'leases',
  dueAt: () => (room.leases.size === 0 ? undefined : Math.min(...room.leases.values())),
  run: (nowMs) => {
    for (const [shard, untilMs] of room.leases) if (untilMs <= nowMs) room.endLease(shard);
    return Promise.resolve();
  },
});
