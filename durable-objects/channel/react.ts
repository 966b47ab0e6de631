import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import { requireWriter } from './access.ts';
import type { Room } from './room.ts';
import type { MessageRow, ReactionRow } from './rows.ts';

/** Slack's bounds: different emoji on a message, and reactions of one person on it. */
const emojiMax = 50;
const reactionsOfOneMax = 23;

interface Named {
  readonly ts: Timestamp;
  readonly name: string;
}

export function react(
  room: Room,
  actor: Actor,
  { ts, name }: Named,
): Awaited<ReturnType<ChannelObject['react']>> {
  const found = messageToReactTo(room, actor, ts);
  if (!found.ok) return found;
  const { row, standing } = found;
  if (standing.some((other) => other.name === name && other.user === actor.userId))
    return refuse('already_reacted');
  const names = new Set(standing.map((other) => other.name));
  if (!names.has(name) && names.size >= emojiMax) return refuse('too_many_emoji');
  if (standing.filter((other) => other.user === actor.userId).length >= reactionsOfOneMax) {
    return refuse('too_many_reactions');
  }
  change(room, actor, row, name, 'reaction_added');
  return accept({});
}

export function unreact(
  room: Room,
  actor: Actor,
  { ts, name }: Named,
): Awaited<ReturnType<ChannelObject['unreact']>> {
  const found = messageToReactTo(room, actor, ts);
  if (!found.ok) return found;
  const isStanding = found.standing.some((other) => other.name === name && other.user === actor.userId);
  if (!isStanding) return refuse('no_reaction');
  change(room, actor, found.row, name, 'reaction_removed');
  return accept({});
}

function messageToReactTo(
  room: Room,
  actor: Actor,
  ts: Timestamp,
): Outcome<
  { row: MessageRow; standing: ReactionRow[] },
  'channel_not_found' | 'not_in_channel' | 'is_archived' | 'message_not_found'
> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const row = room.messages.byTs(microsOf(ts));
  if (row === undefined || row.deleted === 1) return refuse('message_not_found');
  return accept({
    row,
    standing: room.messages.reactions([row.seq]).filter((reaction) => reaction.deleted === 0),
  });
}

function change(
  room: Room,
  actor: Actor,
  row: MessageRow,
  name: string,
  kind: 'reaction_added' | 'reaction_removed',
): void {
  room.transact((log) => {
    const { seq, micros } = log.next();
    const deleted = kind === 'reaction_removed' ? 1 : 0;
    room.messages.setReaction({ message_seq: row.seq, name, user: actor.userId, rev: seq, deleted });
    room.store.insertEntry({
      seq,
      kind,
      message_seq: row.seq,
      user: actor.userId,
      detail: JSON.stringify({ name }),
      at: micros,
    });
  });
}
