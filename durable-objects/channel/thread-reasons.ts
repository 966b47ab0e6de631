import type { UsergroupId, UserId } from '../../protocol/ids.ts';
import type { ThreadReason } from '../../protocol/objects/delivery.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import type { Room } from './room.ts';
import { isByHand } from './rows.ts';
import type { EntryRow, MessageRow } from './rows.ts';
import { namedIn, peopleOf } from './usergroup-mentions.ts';

type Reason = ThreadReason & { readonly user: UserId };

/**
 * Whom these entries bring into a thread: who replies, whose message gets its first reply, and who is named, also by
 * an edit. Of those who follow merely, nobody: what is unread to them is read off the thread's head.
 */
export function threadReasons(
  room: Room,
  posted: readonly MessageRow[],
  named: readonly EntryRow[],
): Reason[] {
  const edits = named.filter(({ kind, detail }) => kind === 'message_changed' && detail !== null);
  const edited = room.messages.bySeqs(edits.map(({ message_seq: seq }) => seq ?? 0));
  const replies = [...posted, ...edited].filter((row) => row.thread_seq !== null);
  const roots = new Map(
    room.messages.bySeqs(replies.map((row) => row.thread_seq ?? 0)).map((row) => [row.seq, row]),
  );
  const reasons = (row: MessageRow, seq: number, users: readonly UserId[], reason: Reason['reason']) => {
    const root = roots.get(row.thread_seq ?? 0);
    if (root === undefined || row.deleted === 1) return [];
    const place = { ordinal: row.thread_ordinal ?? 0, ts: timestampOf(row.ts) };
    return users
      .filter((user) => room.members.has(user))
      .map((user) => ({ user, threadTs: timestampOf(root.ts), seq, ...place, reason }));
  };
  const namedBy = (row: MessageRow): UserId[] => namedIn(room, row).filter((user) => user !== row.user);
  const rows = new Map(replies.map((row) => [row.seq, row]));

  return [
    ...posted.flatMap((row) => [
      ...reasons(row, row.seq, row.bot === null ? [row.user] : [], isByHand(row) ? 'wrote' : 'scheduled'),
      ...reasons(row, row.seq, parentOf(row, roots), 'parent'),
      ...reasons(row, row.seq, namedBy(row), 'mentioned'),
    ]),
    ...edits.flatMap((edit) => {
      const row = rows.get(edit.message_seq ?? 0);
      if (row === undefined) return [];
      const { mentioned = [], mentionedGroups = [] } = JSON.parse(edit.detail ?? '{}') as {
        mentioned?: UserId[];
        mentionedGroups?: UsergroupId[];
      };
      const users = [...mentioned, ...peopleOf(room, row.seq, mentionedGroups)];
      // As the row stands: a later edit may have taken the name back.
      const still = namedBy(row).filter((user) => users.includes(user));
      return reasons(row, edit.seq, still, 'mentioned');
    }),
  ];
}

/** Whoever wrote the parent, if this is the first reply, and somebody else's. */
function parentOf(reply: MessageRow, roots: ReadonlyMap<number, MessageRow>): UserId[] {
  const root = roots.get(reply.thread_seq ?? 0);
  const isFirst = reply.thread_ordinal === 1 && root?.bot === null && root.deleted === 0;
  return isFirst && root.user !== reply.user ? [root.user] : [];
}
