import type { MemberDelivery, MembershipChange } from '../../protocol/objects/delivery.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Person } from './person.ts';
import { receiveReacted } from './reacted.ts';
import { threadChanges } from './receive-threads.ts';
import type { MembershipRow } from './store.ts';

type Marks = Omit<MembershipRow, 'version'>;

/**
 * What a channel owes this person. A repeat, or what is older than what is known, changes nothing and writes
 * nothing; one's own post alone writes one row.
 */
export function receive(person: Person, delivery: MemberDelivery): void {
  receiveReacted(person, delivery);
  const known = person.membershipRow(delivery.channelId);
  const seated = applyMemberships(known, delivery.memberships);
  if (seated === undefined) return;
  if (seated.is_member === 0) {
    if (seated !== known) leave(person, seated);
    return;
  }
  const marked = applyOwnPost(seated, delivery.ownPost);
  const { mentions, unmentions, threads = [], opened = 0 } = delivery;
  const isOpened = opened > marked.opened_seq;
  const isMore = isOpened || mentions.length + unmentions.length + threads.length > 0;
  if (marked === known && !isMore) return;

  person.transact(() => {
    // Of an earlier time in the channel, which the person may have left without our being told.
    if (seated !== known) person.forgetChannel(delivery.channelId);
    for (const { after, type } of threadChanges(person, seated.seq, delivery)) person.saveThread(after, type);
    const isMentioned = applyMentions(person, marked, delivery);
    if (marked !== known || isMentioned) person.saveMark(marked);
    if (isOpened) person.saveOpenness({ ...marked, opened_seq: opened });
  });
}

/** What was said in there is theirs no more. The rows that go may have had the newest version: it stays in this one. */
function leave(person: Person, row: Marks): void {
  person.transact(() => {
    person.forgetChannel(row.channel);
    person.saveMembership({ ...row, version: person.version });
  });
}

function applyMemberships(
  known: MembershipRow | undefined,
  changes: readonly MembershipChange[],
): MembershipRow | Marks | undefined {
  let row: MembershipRow | Marks | undefined = known;
  for (const change of [...changes].sort((one, other) => one.seq - other.seq)) {
    if (row !== undefined && row.seq >= change.seq) continue;
    const isJoin = change.change === 'joined';
    row = {
      channel: change.channelId,
      is_member: isJoin ? 1 : 0,
      seq: change.seq,
      // A joiner starts at the head: what was said before is not unread.
      mark_ordinal: isJoin ? change.ordinal : (row?.mark_ordinal ?? change.ordinal),
      mark_ts: isJoin ? change.ts : (row?.mark_ts ?? change.ts),
      is_marked_unread: 0,
      muted: row?.muted ?? 0,
      level: row?.level ?? 'default',
      closed_seq: 0,
      opened_seq: 0,
    };
  }
  return row;
}

function applyOwnPost(row: MembershipRow | Marks, post: MemberDelivery['ownPost']): MembershipRow | Marks {
  if (post === undefined || post.ordinal <= row.mark_ordinal || row.is_marked_unread === 1) return row;
  return { ...row, mark_ordinal: post.ordinal, mark_ts: post.ts };
}

/** Whether anything changed that counts. What was read before we were told is kept too: the mark may go back behind it. */
function applyMentions(person: Person, row: Marks, delivery: MemberDelivery): boolean {
  const { channelId: channel, asOf: rev = 0 } = delivery;
  let isChanged = false;
  for (const { seq, ordinal, threadTs, ts } of delivery.mentions) {
    const mark =
      threadTs === ''
        ? row.mark_ordinal
        : (person.threadRow(channel, threadTs as Timestamp)?.mark_ordinal ?? 0);
    if (seq <= row.seq) continue;
    const mention = { channel, seq, ordinal, thread_ts: threadTs, ts, rev, deleted: 0 as const };
    isChanged = (person.store.saveMention(mention) && ordinal > mark) || isChanged;
  }
  for (const seq of delivery.unmentions) {
    const taken = { channel, seq, ordinal: 0, thread_ts: '', ts: '', rev, deleted: 1 as const };
    isChanged = person.store.saveMention(taken) || isChanged;
  }
  return isChanged;
}
