import { mayManageChannels } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { requireNamed, requireViewer } from './access.ts';
import type { Room } from './room.ts';
import { writeSystemMessage } from './system-message.ts';

type Kind = 'public' | 'private';

const confirmLimitMs = 5_000;
const texts: Readonly<Record<Kind, string>> = {
  private: 'made this channel *private*. From now on only people who are brought in see it',
  public: 'made this channel *public*. Every full member of the workspace can see and join it',
};

/**
 * One message says it, and its place in the log is where it holds: gateways hand that entry, and what follows it, to
 * the people of a private channel alone. Answered when all of them have it, and the Directory; a repeat waits for that.
 */
export async function convert(
  room: Room,
  actor: Actor,
  kind: Kind,
): Promise<Awaited<ReturnType<ChannelObject['convert']>>> {
  // Who made it private from outside sees it no more, and may still ask whether it is done.
  const isRepeat = room.meta?.kind === kind && room.store.isUnanswered('convert', actor.userId);
  const seen = requireViewer(room, actor);
  if (!seen.ok && !isRepeat) return seen;
  const meta = room.requireMeta();
  const named = requireNamed(meta);
  if (!named.ok) return named;
  if (meta.isGeneral) return refuse('method_not_supported_for_channel_type');
  if (!mayManageChannels(actor)) return refuse('restricted_action');
  const isSo = meta.kind === kind;
  if (isSo && !isRepeat && !isUnderWay(room, kind)) return refuse('method_not_supported_for_channel_type');
  if (!isSo) {
    room.transact((log) => {
      writeSystemMessage(room, log, { subtype: `channel_convert_to_${kind}`, by: actor, text: texts[kind] });
      room.saveMeta(log, { ...meta, kind, updatedMs: room.now() });
      if (kind === 'private') room.endLeases(log);
    });
  }
  if (await confirmed(room)) {
    room.store.clearUnanswered('convert', actor.userId);
    return accept({});
  }
  room.store.saveUnanswered('convert', actor.userId);
  return refuse('service_unavailable');
}

async function confirmed(room: Room): Promise<boolean> {
  const { seq } = room.head;
  const reached = await Promise.all([
    room.fanout.reachedAll(seq, confirmLimitMs),
    room.directoryConsumer.pump.reached(seq, confirmLimitMs),
  ]);
  return !reached.includes(false);
}

/** Somebody has not got the message yet. */
function isUnderWay(room: Room, kind: Kind): boolean {
  const confirmed = Math.min(room.fanout.slowest, room.directoryConsumer.pump.cursor);
  return room.messages.hasSubtypeOf([`channel_convert_to_${kind}`], confirmed + 1);
}
