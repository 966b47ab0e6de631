import { mayArchive, mayManageChannels } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { requireMember, requireNamed, requireViewer } from './access.ts';
import type { Room } from './room.ts';
import type { Meta } from './store.ts';
import { writeSystemMessage } from './system-message.ts';

type Answer<Verb extends keyof ChannelObject> = Promise<Awaited<ReturnType<ChannelObject[Verb]>>>;

const confirmLimitMs = 5_000;

/** Answered after the Directory's summary says so; a repeat before that waits for it. */
export async function archive(room: Room, actor: Actor, asAdmin = false): Answer<'archive'> {
  const allowed = asAdmin ? requireViewer(room, actor) : requireMember(room, actor);
  if (!allowed.ok) return allowed;
  const { meta } = allowed;
  const named = requireNamed(meta);
  if (!named.ok) return named;
  if (meta.isGeneral) return refuse('cant_archive_general');
  if (!(asAdmin ? mayManageChannels(actor) : mayArchive(actor))) return refuse('restricted_action');
  if (meta.isArchived && !isUnfinished(room, 'archive')) return refuse('already_archived');
  if (!meta.isArchived) change(room, actor, meta, 'archive');
  return (await confirmed(room, 'archive')) ? accept({}) : refuse('service_unavailable');
}

/** Of a public channel by any full member, as in Slack: its people may all have gone elsewhere. */
export async function unarchive(room: Room, actor: Actor, asAdmin = false): Answer<'unarchive'> {
  const allowed = requireViewer(room, actor);
  if (!allowed.ok) return allowed;
  const { meta } = allowed;
  const named = requireNamed(meta);
  if (!named.ok) return named;
  if (!(asAdmin ? mayManageChannels(actor) : mayArchive(actor))) return refuse('restricted_action');
  if (!meta.isArchived && !isUnfinished(room, 'unarchive')) return refuse('not_archived');
  if (meta.isArchived) change(room, actor, meta, 'unarchive');
  return (await confirmed(room, 'unarchive')) ? accept({}) : refuse('service_unavailable');
}

function change(room: Room, actor: Actor, meta: Meta, what: 'archive' | 'unarchive'): void {
  room.transact((log) => {
    const { seq, micros } = log.next();
    room.saveMeta(log, { ...meta, isArchived: what === 'archive', updatedMs: room.now() });
    room.store.insertEntry({
      seq,
      kind: `channel_${what}`,
      message_seq: null,
      user: actor.userId,
      detail: null,
      at: micros,
    });
    writeSystemMessage(room, log, {
      subtype: `channel_${what}`,
      by: actor,
      text: `${what}d the channel`,
    });
  });
}

/** Asked for before, and not answered: the repeat of that call is no new one. */
const isUnfinished = (room: Room, what: 'archive' | 'unarchive'): boolean =>
  room.store.isUnanswered(what, '') || room.directoryConsumer.owesSummary([`channel_${what}`]);

async function confirmed(room: Room, what: 'archive' | 'unarchive'): Promise<boolean> {
  const isKnown = await room.directoryConsumer.pump.reached(room.head.seq, confirmLimitMs);
  if (isKnown) room.store.clearUnanswered(what, '');
  else room.store.saveUnanswered(what, '');
  return isKnown;
}
