import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept } from '../../protocol/refusal.ts';
import { requireMember } from './access.ts';
import { attachmentOf } from './attachment.ts';
import type { Room } from './room.ts';

const attachLimitMs = 1_000;

/** Asked by a gateway that knows nothing of a channel which its person is in. Who else is in it, its delivery says. */
export async function attach(room: Room, actor: Actor): ReturnType<ChannelObject['attach']> {
  const member = requireMember(room, actor);
  if (!member.ok) return member;
  const shard = room.shardOf(actor.userId);
  await room.fanout.refresh(shard, attachLimitMs);
  const still = requireMember(room, actor);
  if (!still.ok) return still;
  return accept({ attachment: { ...attachmentOf(room, shard, room.head.seq), people: [] } });
}
