import type { UserId } from '../../../protocol/ids.ts';
import { microsOf } from '../../../protocol/timestamp.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Row } from '../../store/contract.ts';
import { dayOf } from './day.ts';

/** A row of the list: what it shows, and what stands above it. */
export interface Item {
  readonly key: string;
  readonly row: Row;
  readonly atMs: number;
  /** By the same person as the one above, within five minutes: shown without face and name. */
  readonly isContinuation: boolean;
  /** The first of its day. */
  readonly startsDay: boolean;
  /** The "New" line stands above it. */
  readonly isFirstUnread: boolean;
}

const groupMs = 5 * 60_000;

/** `hasOlder`: what stands above the first row is not known, so no day begins with it. */
export function itemsOf(
  rows: readonly Row[],
  selfId: UserId,
  { firstUnreadTs, hasOlder = false }: { firstUnreadTs?: Timestamp | undefined; hasOlder?: boolean } = {},
): Item[] {
  let before: Item | undefined;
  return rows.map((row) => {
    const atMs = atOf(row);
    const isFirstUnread = row.kind === 'message' && row.message.ts === firstUnreadTs;
    const startsDay = before === undefined ? !hasOlder : dayOf(before.atMs) !== dayOf(atMs);
    const isContinuation =
      before !== undefined &&
      !startsDay &&
      !isFirstUnread &&
      atMs - before.atMs < groupMs &&
      isPlain(row) &&
      isPlain(before.row) &&
      authorOf(row, selfId) === authorOf(before.row, selfId);
    before = { key: row.key, row, atMs, isContinuation, startsDay, isFirstUnread };
    return before;
  });
}

export const atOf = (row: Row): number =>
  row.kind === 'pending' ? row.pending.createdMs : microsOf(row.message.ts) / 1_000;

/** Who speaks, so that a bot under another name is another speaker. */
function authorOf(row: Row, selfId: UserId): string {
  if (row.kind === 'pending') return selfId;
  const { user, bot_id: bot, username } = row.message;
  return username === undefined ? (user ?? bot ?? '') : `${bot ?? user ?? ''}/${username}`;
}

/** Neither a line of the system nor a tombstone, nor what only one is shown, nor a reply that is in the channel, too. */
function isPlain(row: Row): boolean {
  if (row.kind === 'ephemeral') return false;
  if (row.kind === 'pending') return !row.pending.isBroadcast;
  return row.message.subtype === undefined || row.message.subtype === 'bot_message';
}
