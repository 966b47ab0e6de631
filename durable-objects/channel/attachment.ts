import { deletedOrdinalsMax, everybodyOrdinalsMax } from '../../domain/unread/unread.ts';
import type { Attachment } from '../../protocol/objects/delivery.ts';
import type { Room } from './room.ts';

/**
 * What a gateway needs in order to follow from `head` on. A place before the head of now is asked for only for a
 * shard that got its first person behind it, so nobody of that shard was here then.
 */
export function attachmentOf(room: Room, shard: number, head: number): Attachment {
  // Of a channel that is being deleted the last entry is still for its people.
  const at = Math.min(head, room.lastSeen);
  const isNow = at === room.lastSeen;
  return {
    head: at,
    ordinal: isNow ? room.head.ordinal : room.messages.ordinalAt(at),
    people: isNow
      ? room.peopleOf(shard).map((member) => ({ userId: member.user, isGuest: member.is_guest === 1 }))
      : [],
    deletedOrdinals: room.messages.deletedOrdinals(deletedOrdinalsMax),
    everybodyOrdinals: room.messages.everybodyOrdinals(everybodyOrdinalsMax),
    summary: room.summary(),
  };
}
