import { mayManageChannels, mayRename } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject, RenameCommand } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { requireNamed, requireViewer, requireWriter } from './access.ts';
import type { Room } from './room.ts';
import { writeSystemMessage } from './system-message.ts';

const previousNamesMax = 20;

/**
 * The Directory has reserved the name, under a number that rises with each try. A repeat changes nothing; a number
 * that was passed, or settled as never to be, is `void`.
 */
export function rename(
  room: Room,
  actor: Actor,
  { name, number, asAdmin }: RenameCommand,
): Awaited<ReturnType<ChannelObject['rename']>> {
  const allowed = asAdmin ? requireViewer(room, actor) : requireWriter(room, actor);
  if (!allowed.ok) return allowed;
  const { meta } = allowed;
  const named = requireNamed(meta);
  if (!named.ok) return named;
  // As Slack: an admin who is not asking as one of its people leaves #general alone.
  if (asAdmin && meta.isGeneral) return refuse('method_not_supported_for_channel_type');
  if (!(asAdmin ? mayManageChannels(actor) : mayRename(actor, meta))) return refuse('not_authorized');
  if (meta.name === name) return accept({ summary: room.summary() });
  if (number <= (meta.renames ?? 0)) return refuse('void');
  room.transact((log) => {
    writeSystemMessage(room, log, {
      subtype: 'channel_name',
      by: actor,
      text: `has renamed the channel from "${meta.name}" to "${name}"`,
      facts: { old_name: meta.name, name },
    });
    const previousNames = [
      meta.name,
      ...meta.previousNames.filter((one) => one !== meta.name && one !== name),
    ];
    room.saveMeta(log, {
      ...meta,
      name,
      previousNames: previousNames.slice(0, previousNamesMax),
      renames: number,
      updatedMs: room.now(),
    });
  });
  return accept({ summary: room.summary() });
}

/** Asked by the Directory about a reservation: what was not renamed by now never will be. */
export function settleRename(
  room: Room,
  { name, number }: Pick<RenameCommand, 'name' | 'number'>,
): Awaited<ReturnType<ChannelObject['settleRename']>> {
  const { meta } = room;
  if (meta === undefined) return { renamed: false };
  if (meta.name === name) return { renamed: true, summary: room.summary() };
  if (number > (meta.renames ?? 0)) {
    room.transact((log) => {
      room.saveMeta(log, { ...meta, renames: number });
    });
  }
  return { renamed: false };
}
