import type { ChannelId } from '../../protocol/ids.ts';
import type { ReadPlace } from '../../protocol/objects/reading.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Person } from './person.ts';

/** Forward only, or with `unread` backward only. */
export function mark(
  person: Person,
  channelId: ChannelId,
  place: ReadPlace,
): Outcome<object, 'not_in_channel'> {
  const row = person.membershipRow(channelId);
  if (row?.is_member !== 1) return refuse('not_in_channel');
  const moved = markAt(row, place);
  if (moved !== undefined) {
    person.transact(() => {
      person.saveMark({ ...row, ...moved });
    });
  }
  return accept({});
}

interface Marked {
  readonly mark_ordinal: number;
  readonly mark_ts: string;
  readonly is_marked_unread: number;
}

/**
 * Where an explicit mark at `place` leaves a timeline, if it changes anything. The time alone moves too: a reader
 * may be past the last message. An explicit mark takes back that it was marked unread, wherever it is.
 */
export function markAt<Ts extends string>(
  row: Marked & { readonly mark_ts: Ts },
  { ordinal, ts, unread = false }: { readonly ordinal: number; readonly ts: Ts; readonly unread?: boolean },
): { mark_ordinal: number; mark_ts: Ts; is_marked_unread: 0 | 1 } | undefined {
  const isAbove = ordinal > row.mark_ordinal || (ordinal === row.mark_ordinal && ts > row.mark_ts);
  const isBelow = ordinal < row.mark_ordinal;
  const isMoved = unread ? isBelow : isAbove;
  if (!isMoved && unread === (row.is_marked_unread === 1)) return undefined;
  const place = isMoved ? { ordinal, ts } : { ordinal: row.mark_ordinal, ts: row.mark_ts };
  return { mark_ordinal: place.ordinal, mark_ts: place.ts, is_marked_unread: unread ? 1 : 0 };
}
