import { mayManageChannels } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { requireViewer } from './access.ts';
import { everybody } from './aside-store.ts';
import type { Room } from './room.ts';

type Answer<Verb extends keyof ChannelObject> = Awaited<ReturnType<ChannelObject[Verb]>>;

/** Entries that could not be told, for whoever answers for the workspace and may see the channel. */
export function setAside(room: Room, viewer: Actor): Answer<'setAside'> {
  const managed = requireManager(room, viewer);
  if (!managed.ok) return managed;
  const entries = room.aside.all().map(({ consumer, ...row }) => ({
    ...row,
    ...(consumer === everybody ? {} : { userId: consumer }),
  }));
  return accept({ entries });
}

/** Tells each of them once more, as its row stands now; what fails again stays, with the newer reason. */
export async function replaySetAside(room: Room, actor: Actor): Promise<Answer<'replaySetAside'>> {
  const managed = requireManager(room, actor);
  if (!managed.ok) return managed;
  let replayed = 0;
  for (const row of room.aside.all()) {
    try {
      await room.memberConsumer.replay(row.consumer, row.seq);
      room.aside.clear(row);
      replayed += 1;
    } catch (error) {
      // Deleted meanwhile: nothing is left to tell.
      if (room.meta === undefined) return refuse('channel_not_found');
      room.aside.save({ ...row, reason: String(error), at: room.now() });
    }
  }
  return accept({ replayed, left: room.aside.all().length });
}

/** Nobody is told of them any more. */
export function discardSetAside(room: Room, actor: Actor): Answer<'discardSetAside'> {
  const managed = requireManager(room, actor);
  if (!managed.ok) return managed;
  const rows = room.aside.all();
  for (const row of rows) room.aside.clear(row);
  return accept({ discarded: rows.length });
}

function requireManager(
  room: Room,
  actor: Actor,
): Outcome<object, 'channel_not_found' | 'restricted_action'> {
  const seen = requireViewer(room, actor);
  if (!seen.ok) return seen;
  return mayManageChannels(actor) ? seen : refuse('restricted_action');
}
