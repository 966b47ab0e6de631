import { mayManageChannels } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import { requireNamed, requireViewer } from './access.ts';
import type { Room } from './room.ts';
import type { Meta } from './store.ts';

type Answer = Awaited<ReturnType<ChannelObject['destroy']>>;

const callLimitMs = 5_000;

/**
 * The log's last entry is the list of what is owed: gateways let go of the channel with it, Members learn that their
 * person is out. Then the Directory frees the name, and then the rows go. From the entry on every verb refuses, and a
 * death at any line leaves the rest to the alarm.
 */
export async function destroy(room: Room, actor: Actor): Promise<Answer> {
  const { closing } = room;
  if (closing !== undefined) {
    return mayAskAgain(room, closing, actor) ? answer(room) : refuse('channel_not_found');
  }
  const seen = requireViewer(room, actor);
  if (!seen.ok) return seen;
  const { meta } = seen;
  const named = requireNamed(meta);
  if (!named.ok) return named;
  if (meta.isGeneral) return refuse('method_not_supported_for_channel_type');
  if (!mayManageChannels(actor)) return refuse('restricted_action');
  room.transact((log) => {
    const { seq, micros } = log.next();
    room.store.insertEntry({
      seq,
      kind: 'channel_deleted',
      message_seq: null,
      user: actor.userId,
      detail: null,
      at: micros,
    });
    room.startClosing(log, meta);
  });
  return answer(room);
}

/** When everybody else was told: the Directory is, and nothing is left. */
export const closingDuty = (room: Room): Duty => ({
  name: 'closing',
  dueAt: () => (isDelivered(room) ? room.now() : undefined),
  run: () => finish(room),
});

/** The repeat of a call that got no answer in time: by one who could see it. */
const mayAskAgain = (room: Room, { teamId, kind }: Meta, actor: Actor): boolean =>
  teamId === actor.teamId &&
  mayManageChannels(actor) &&
  (kind === 'public' || room.members.has(actor.userId));

async function answer(room: Room): Promise<Answer> {
  const told = await Promise.all([
    room.fanout.reachedAll(room.head.seq, callLimitMs),
    room.memberConsumer.toldAll(callLimitMs),
  ]);
  try {
    if (!told.includes(false)) await finish(room);
  } catch (error) {
    console.warn(JSON.stringify({ event: 'deletion_late', reason: String(error) }));
  }
  return room.closing === undefined ? accept({}) : refuse('service_unavailable');
}

const isDelivered = (room: Room): boolean =>
  room.closing !== undefined && room.fanout.slowest >= room.head.seq && room.memberConsumer.hasToldAll;

async function finish(room: Room): Promise<void> {
  const { closing } = room;
  if (closing === undefined || !isDelivered(room)) return;
  const directory = room.objects.directory(closing.teamId);
  await withinLimit('forgetChannel', callLimitMs, directory.forgetChannel(closing.id));
  if (room.closing === undefined) return;
  room.transact((log) => {
    room.wipe(log);
  });
}
