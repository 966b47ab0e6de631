import { isDirectId } from '../../protocol/ids.ts';
import type { UsergroupId, UserId } from '../../protocol/ids.ts';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import { reactors } from './reactors.ts';
import type { Room } from './room.ts';
import { isByHand } from './rows.ts';
import type { EntryRow, MessageRow } from './rows.ts';
import { threadReasons } from './thread-reasons.ts';
import { namedIn, peopleOf } from './usergroup-mentions.ts';

/** What entries `from` to `to` mean for each person, from the rows as they stand now. */
export function deliveriesOf(room: Room, from: number, to: number): Map<UserId, MemberDelivery> {
  const meta = room.requireMeta();
  const news = new Map<UserId, Writable<MemberDelivery>>();
  const newsOf = (user: UserId): Writable<MemberDelivery> => {
    const known = news.get(user) ?? noNews(room);
    news.set(user, known);
    return known;
  };
  const posted = room.messages.between(from, to);
  const named = room.store.entries(from, to);

  for (const entry of named) {
    for (const user of concerned(room, entry)) {
      newsOf(user).memberships.push({
        channelId: meta.id,
        seq: entry.seq,
        change: entry.kind === 'member_joined_channel' ? 'joined' : 'left',
        ordinal: room.messages.ordinalAt(entry.seq),
        ts: timestampOf(entry.at),
      });
    }
  }
  for (const row of posted) {
    if (isByHand(row) && row.ordinal !== null) {
      newsOf(row.user).ownPost = { ordinal: row.ordinal, ts: timestampOf(row.ts) };
    }
  }
  for (const { user, ...reason } of threadReasons(room, posted, named)) {
    const about = newsOf(user);
    about.threads = [...(about.threads ?? []), reason];
  }
  for (const { user, reacted } of reactors(room, named)) {
    const about = newsOf(user);
    about.reacted = [...(about.reacted ?? []), reacted];
  }
  if (isDirectId(meta.id)) addOpened(room, posted, newsOf);
  else addMentions(room, posted, named, newsOf);
  return news;
}

/** It changes nothing, and is refused only by a Member that refuses everything. */
export const noNews = (room: Room): Writable<MemberDelivery> => ({
  channelId: room.requireMeta().id,
  asOf: room.head.seq,
  memberships: [],
  mentions: [],
  unmentions: [],
});

/** Who comes or goes by an entry: with the channel itself everybody who is in it. */
function concerned(room: Room, { kind, user }: EntryRow): Iterable<UserId> {
  if (kind === 'channel_deleted') return room.members.keys();
  return kind === 'member_joined_channel' || kind === 'member_left_channel' ? [user] : [];
}

/** Who closed the conversation finds it open again with the next message. */
function addOpened(
  room: Room,
  posted: readonly MessageRow[],
  newsOf: (user: UserId) => Writable<MemberDelivery>,
): void {
  const newest = posted.findLast(({ ordinal }) => ordinal !== null);
  if (newest === undefined) return;
  for (const { user, seq } of room.store.closed()) if (newest.seq > seq) newsOf(user).opened = newest.seq;
}

function addMentions(
  room: Room,
  posted: readonly MessageRow[],
  named: readonly EntryRow[],
  newsOf: (user: UserId) => Writable<MemberDelivery>,
): void {
  const formerly = new Map<number, Set<UserId>>();
  for (const entry of named) {
    if (entry.kind !== 'message_changed' && entry.kind !== 'message_deleted') continue;
    const seq = entry.message_seq ?? 0;
    const { unmentioned = [], unmentionedGroups = [] } = JSON.parse(entry.detail ?? '{}') as {
      unmentioned?: UserId[];
      unmentionedGroups?: UsergroupId[];
    };
    const users = [...unmentioned, ...peopleOf(room, seq, unmentionedGroups)];
    formerly.set(seq, new Set([...(formerly.get(seq) ?? []), ...users]));
  }
  const rows = new Map(
    [...posted, ...room.messages.bySeqs([...formerly.keys()])].map((row) => [row.seq, row]),
  );
  for (const row of rows.values()) {
    // A topic that names somebody calls nobody.
    const isSilent = row.deleted === 1 || isSystemSubtype(row.subtype);
    const mentioned = isSilent ? [] : namedIn(room, row).filter((user) => user !== row.user);
    const isOnlyInThread = row.ordinal === null && row.thread_seq !== null;
    for (const user of mentioned.filter((one) => room.members.has(one))) {
      newsOf(user).mentions.push({
        seq: row.seq,
        ordinal: row.ordinal ?? row.thread_ordinal ?? 0,
        threadTs: isOnlyInThread ? threadTs(room, row.thread_seq ?? 0) : '',
        ts: timestampOf(row.ts),
      });
    }
    for (const user of formerly.get(row.seq) ?? []) {
      if (!mentioned.includes(user)) newsOf(user).unmentions.push(row.seq);
    }
  }
}

const threadTs = (room: Room, threadSeq: number): string => {
  const root = room.messages.bySeq(threadSeq);
  return root === undefined ? '' : timestampOf(root.ts);
};

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };
