import type { MemberDelivery, MembershipChange } from '../../protocol/objects/delivery.ts';
import type { Person } from './person.ts';
import type { MembershipRow } from './store.ts';

type Marks = Omit<MembershipRow, 'version'>;

/**
 * What a channel owes this person. A repeat, or what is older than what is known, changes nothing and writes
 * nothing; one's own post alone writes one row.
 */
export function receive(person: Person, delivery: MemberDelivery): void {
  const known = person.membershipRow(delivery.channelId);
  const seated = applyMemberships(known, delivery.memberships);
  const marked = seated?.is_member === 1 ? applyOwnPost(seated, delivery.ownPost) : seated;
  const hasMentions = delivery.mentions.length + delivery.unmentions.length > 0;
  if (marked === known && !hasMentions) return;

  const isTold = person.transact(() => {
    if (marked === undefined) return false;
    if (marked.is_member === 0) {
      if (marked === known) return false;
      // What was said in there is theirs no more.
      person.store.deleteMentionsOf(marked.channel);
      person.saveMembership({ ...marked, version: known?.version ?? 0 });
      return false;
    }
    const isMentioned = applyMentions(person, marked, delivery);
    if (marked === known && !isMentioned) return false;
    person.saveMark(marked);
    return true;
  });
  if (isTold) person.push(delivery.channelId);
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
    };
  }
  return row;
}

function applyOwnPost(row: MembershipRow | Marks, post: MemberDelivery['ownPost']): MembershipRow | Marks {
  if (post === undefined || post.ordinal <= row.mark_ordinal) return row;
  return { ...row, mark_ordinal: post.ordinal, mark_ts: post.ts };
}

/** Whether anything changed that counts. */
function applyMentions(person: Person, row: Marks, delivery: MemberDelivery): boolean {
  const { channelId: channel, asOf: rev = 0 } = delivery;
  let isChanged = false;
  for (const { seq, ordinal, threadTs, ts } of delivery.mentions) {
    const isRead = threadTs === '' ? ordinal <= row.mark_ordinal : ts <= row.mark_ts;
    if (isRead || seq <= row.seq) continue;
    isChanged =
      person.store.saveMention({ channel, seq, ordinal, thread_ts: threadTs, ts, rev, deleted: 0 }) ||
      isChanged;
  }
  for (const seq of delivery.unmentions) {
    const taken = { channel, seq, ordinal: 0, thread_ts: '', ts: '', rev, deleted: 1 as const };
    isChanged = person.store.saveMention(taken) || isChanged;
  }
  return isChanged;
}
