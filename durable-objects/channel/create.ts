import type { ChannelCreation, ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { settleMembers, writeJoin } from './membership.ts';
import type { Room } from './room.ts';
import type { Meta } from './store.ts';

/** A repeat changes nothing, waits for what the first one owes its people, and answers the same. */
export async function create(
  room: Room,
  creation: ChannelCreation,
  generation: string,
): Promise<Awaited<ReturnType<ChannelObject['create']>>> {
  if (room.isVoid || room.closing !== undefined) return refuse('void');
  if (room.meta === undefined) {
    const nowMs = room.now();
    room.transact((log) => {
      room.saveMeta(log, metaOf(creation, generation, nowMs));
      for (const seat of creation.seats) writeJoin(room, log, seat, undefined, creation.shards.count);
    });
  }
  const isTold = await settleMembers(
    room,
    creation.seats.map((seat) => seat.userId),
  );
  if (room.meta === undefined) return refuse('void');
  return isTold ? accept({ summary: room.summary() }) : refuse('service_unavailable');
}

/** Asked by the Directory about a reservation: what was not created by now never will be. */
export function settleCreation(room: Room): { created: boolean } {
  if (room.meta !== undefined) return { created: true };
  if (!room.isVoid && room.closing === undefined) {
    room.transact((log) => {
      room.saveVoid(log);
    });
  }
  return { created: false };
}

function metaOf(creation: ChannelCreation, generation: string, nowMs: number): Meta {
  const created = Math.floor(nowMs / 1_000);
  const nothing = { value: '', creator: '', lastSet: 0 };
  return {
    id: creation.id,
    teamId: creation.teamId,
    kind: creation.kind,
    name: creation.name,
    isGeneral: creation.isGeneral,
    isArchived: false,
    creator: creation.creator,
    created,
    topic: nothing,
    purpose: nothing,
    previousNames: [],
    updatedMs: nowMs,
    generation,
    shards: creation.shards,
  };
}
