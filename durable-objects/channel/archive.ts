import { mayArchive } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { requireMember, requireNamed } from './access.ts';
import type { Room } from './room.ts';

const confirmLimitMs = 5_000;

/** Answered after the Directory's summary says so; a repeat before that waits for it. */
export async function archive(
  room: Room,
  actor: Actor,
): Promise<Awaited<ReturnType<ChannelObject['archive']>>> {
  const member = requireMember(room, actor);
  if (!member.ok) return member;
  const { meta } = member;
  const named = requireNamed(meta);
  if (!named.ok) return named;
  if (meta.isGeneral) return refuse('cant_archive_general');
  if (!mayArchive(actor)) return refuse('restricted_action');
  const { pump } = room.directoryConsumer;
  const isUnfinished = room.store.isUnanswered('archive', '') || room.directoryConsumer.owesSummary();
  if (meta.isArchived && !isUnfinished) return refuse('already_archived');
  if (!meta.isArchived) {
    room.transact((log) => {
      const { seq, micros } = log.next();
      room.saveMeta(log, { ...meta, isArchived: true, updatedMs: room.now() });
      room.store.insertEntry({
        seq,
        kind: 'channel_archive',
        message_seq: null,
        user: actor.userId,
        detail: null,
        at: micros,
      });
    });
  }
  const isKnown = await pump.reached(room.head.seq, confirmLimitMs);
  if (isKnown) room.store.clearUnanswered('archive', '');
  else room.store.saveUnanswered('archive', '');
  return isKnown ? accept({}) : refuse('service_unavailable');
}
