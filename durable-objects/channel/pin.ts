import type { Actor } from '../../protocol/objects/caller.ts';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { requireViewer, requireWriter } from './access.ts';
import type { Room } from './room.ts';
import type { MessageRow } from './rows.ts';
import { viewsOf } from './views.ts';

type Answer<Verb extends keyof ChannelObject> = Awaited<ReturnType<ChannelObject[Verb]>>;

/** Slack's bound, for a channel. */
const pinsMax = 100;

export function pin(room: Room, actor: Actor, ts: Timestamp): Answer<'pin'> {
  const found = messageToPin(room, actor, ts);
  if (!found.ok) return found;
  const { row, isPinned } = found;
  if (isSystemSubtype(row.subtype)) return refuse('not_pinnable');
  if (isPinned) return refuse('already_pinned');
  if (room.messages.pins.count() >= pinsMax) return refuse('too_many_pins');
  change(room, actor, row, 'pin_added');
  return accept({});
}

export function unpin(room: Room, actor: Actor, ts: Timestamp): Answer<'unpin'> {
  const found = messageToPin(room, actor, ts);
  if (!found.ok) return found;
  if (!found.isPinned) return refuse('no_pin');
  change(room, actor, found.row, 'pin_removed');
  return accept({});
}

/** Newest first. */
export function pins(room: Room, viewer: Actor): Answer<'pins'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  const standing = room.messages.pins.standing();
  const rows = room.messages.bySeqs(standing.map((row) => row.message_seq));
  const views = viewsOf(room.messages, seen.meta, rows);
  const items = standing.flatMap((row) => {
    const message = views.get(row.message_seq);
    return message === undefined
      ? []
      : [{ message, created: Math.floor(row.at / 1_000_000), createdBy: row.user }];
  });
  return accept({ pins: items });
}

function messageToPin(
  room: Room,
  actor: Actor,
  ts: Timestamp,
): Outcome<
  { row: MessageRow; isPinned: boolean },
  'channel_not_found' | 'not_in_channel' | 'is_archived' | 'message_not_found'
> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const row = room.messages.byTs(microsOf(ts));
  if (row === undefined || row.deleted === 1) return refuse('message_not_found');
  return accept({ row, isPinned: room.messages.pins.of([row.seq])[0]?.deleted === 0 });
}

function change(room: Room, actor: Actor, row: MessageRow, kind: 'pin_added' | 'pin_removed'): void {
  room.transact((log) => {
    const { seq, micros } = log.next();
    const deleted = kind === 'pin_removed' ? 1 : 0;
    room.messages.pins.save({ message_seq: row.seq, user: actor.userId, at: micros, rev: seq, deleted });
    room.store.insertEntry({
      seq,
      kind,
      message_seq: row.seq,
      user: actor.userId,
      detail: null,
      at: micros,
    });
  });
}
