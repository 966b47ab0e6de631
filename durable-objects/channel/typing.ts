import type { Actor } from '../../protocol/objects/caller.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { withinLimit } from '../log/time-limit.ts';
import { requireWriter } from './access.ts';
import type { Room } from './room.ts';

const callLimitMs = 1_000;

/** Told once to those who are here, stored nowhere, and not repeated: a lost one is as good as one that expired. */
export async function typing(room: Room, actor: Actor, threadTs: Timestamp | undefined): Promise<void> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return;
  const { id, teamId } = writer.meta;
  const shards = new Set([...room.members.keys()].map((user) => room.shardOf(user)));
  await Promise.allSettled(
    [...shards].map((shard) =>
      withinLimit(
        `gateway ${shard}`,
        callLimitMs,
        room.objects.gateway(teamId, shard).typing(id, {
          type: 'user_typing',
          channel: id,
          user: actor.userId,
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        }),
      ),
    ),
  );
}
