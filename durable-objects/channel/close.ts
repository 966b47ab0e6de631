import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { requireMember } from './access.ts';
import type { Room } from './room.ts';

/** The list is the person's own; kept here is only that their Member wants to hear of the next message. */
export function close(room: Room, actor: Actor): Awaited<ReturnType<ChannelObject['close']>> {
  const member = requireMember(room, actor);
  if (!member.ok) return member;
  const { kind } = member.meta;
  if (kind !== 'direct' && kind !== 'group') return refuse('method_not_supported_for_channel_type');
  const { seq } = room.head;
  room.transact(() => {
    room.store.saveClosed(actor.userId, seq);
  });
  return accept({ seq });
}
