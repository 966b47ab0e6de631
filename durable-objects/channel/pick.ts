import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept } from '../../protocol/refusal.ts';
import { requireListener } from './access.ts';
import type { Room } from './room.ts';
import type { MessageRow } from './rows.ts';
import { viewsOf } from './views.ts';

/** Messages that somebody kept elsewhere, by `seq`: whether they are there, and may be seen, is known here alone. */
export function standing(
  room: Room,
  viewer: Actor,
  seqs: readonly number[],
): Awaited<ReturnType<ChannelObject['standing']>> {
  const seen = requireListener(room, viewer);
  return seen.ok ? accept({ seqs: rowsOf(room, seqs).map(({ seq }) => seq) }) : seen;
}

export function pick(
  room: Room,
  viewer: Actor,
  seqs: readonly number[],
): Awaited<ReturnType<ChannelObject['pick']>> {
  const seen = requireListener(room, viewer);
  if (!seen.ok) return seen;
  return accept({ messages: [...viewsOf(room.messages, seen.meta, rowsOf(room, seqs)).values()] });
}

const rowsOf = (room: Room, seqs: readonly number[]): MessageRow[] =>
  room.messages.bySeqs(seqs).filter(({ deleted }) => deleted === 0);
