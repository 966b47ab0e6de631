import type { LogEntry } from '../../protocol/objects/delivery.ts';
import type { Room } from './room.ts';
import { isByHand } from './rows.ts';
import type { EntryRow, MessageRow } from './rows.ts';

/** What an entry changes for whoever follows the log, apart from what it shows: it holds also where that cannot be made. */
type Effects = Omit<LogEntry, 'seq' | 'event'>;

export const effectsOfPost = (room: Room, row: MessageRow): Effects => ({
  ...(row.ordinal === null ? {} : { ordinal: row.ordinal }),
  ...deletedPlace(row),
  ...(row.everybody === 1 ? { callsEverybody: true } : {}),
  ...(isByHand(row) && row.ordinal !== null ? { author: row.user } : {}),
  ...(changesList(row) ? { summary: room.summary() } : {}),
});

/** `row`: the message that the entry names, if it is there. */
export function effectsOfNamed(room: Room, entry: EntryRow, row: MessageRow | undefined): Effects {
  switch (entry.kind) {
    case 'message_changed':
    case 'message_deleted':
      return row === undefined ? {} : effectsOfChange(row);
    case 'member_joined_channel':
      return { membership: { userId: entry.user, change: 'joined', isGuest: joinedAsGuest(entry) } };
    case 'member_left_channel':
      return { membership: { userId: entry.user, change: 'left', isGuest: false } };
    case 'channel_archive':
    case 'channel_unarchive':
      return { summary: room.summary() };
    case 'channel_deleted':
      return { isLast: true };
    default:
      return {};
  }
}

function effectsOfChange(row: MessageRow): Effects {
  if (row.deleted === 1) return deletedPlace(row);
  return row.ordinal === null ? {} : { ordinal: row.ordinal, callsEverybody: row.everybody === 1 };
}

/** Of whom it cannot be read: a guest is told the least. */
function joinedAsGuest({ detail }: EntryRow): boolean {
  try {
    return (JSON.parse(detail ?? '{}') as { isGuest?: boolean }).isGuest === true;
  } catch {
    return true;
  }
}

const changesList = ({ subtype }: MessageRow): boolean =>
  subtype === 'channel_name' ||
  subtype === 'channel_convert_to_private' ||
  subtype === 'channel_convert_to_public';

const deletedPlace = (row: MessageRow): { deletedOrdinal?: number } =>
  row.deleted === 1 && row.ordinal !== null ? { deletedOrdinal: row.ordinal } : {};
