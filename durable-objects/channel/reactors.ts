import type { UserId } from '../../protocol/ids.ts';
import type { Reacted } from '../../protocol/objects/delivery.ts';
import type { Room } from './room.ts';
import type { EntryRow } from './rows.ts';

/** Whom these entries tell where they react, as the rows stand: who changed a reaction, and all of a message that went. */
export function reactors(
  room: Room,
  named: readonly EntryRow[],
): { readonly user: UserId; readonly reacted: Reacted }[] {
  const about = named.filter(({ kind }) => kinds.includes(kind));
  const rows = room.messages.reactions([...new Set(about.map(({ message_seq: seq }) => seq ?? 0))]);
  const news = about.flatMap(({ kind, message_seq: seq, user, seq: rev, at }) => {
    const here = rows.filter((row) => row.message_seq === seq);
    // Deleting a message takes back what stood on it, at this `rev`.
    const users = kind === 'message_deleted' ? here.filter((row) => row.rev === rev) : [{ user }];
    return users.map(({ user: whose }) => ({
      user: whose,
      reacted: {
        seq: seq ?? 0,
        at,
        holds: here.some((row) => row.user === whose && row.deleted === 0),
      },
    }));
  });
  // Each message once for each: the last entry about it.
  return [...new Map(news.map((one) => [`${one.user} ${one.reacted.seq}`, one])).values()];
}

const kinds: readonly EntryRow['kind'][] = ['reaction_added', 'reaction_removed', 'message_deleted'];
