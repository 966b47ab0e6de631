import { callsEverybody, mentionedUsers } from '../../../domain/messages/mentions.ts';
import type { Message } from '../../../protocol/entities.ts';
import { isDirectId } from '../../../protocol/ids.ts';
import { isSystemSubtype } from '../../../protocol/message-subtypes.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Membership } from '../../../protocol/objects/member.ts';
import { membersBy, postsOf } from './check-logs.ts';
import { threadKey } from './history.ts';
import type { ChannelTruth, History, PersonTruth } from './history.ts';

/** A fresh hello's counts are those of history and mark, counted here by hand; clients were told the same. */
export function checkUnread(history: History): string[] {
  return history.people.flatMap((person) =>
    [...checkList(history, person), ...checkMarks(history, person), ...checkTold(history, person)].map(
      (complaint) => `${person.userId}: ${complaint}`,
    ),
  );
}

function checkList({ channels }: History, person: PersonTruth): string[] {
  const complaints: string[] = [];
  const lines = new Map(person.hello.channels.map((line) => [line.id, line]));
  if (lines.size !== person.hello.channels.length) complaints.push('hello lists a channel twice');
  for (const channel of channels) {
    const line = lines.get(channel.id);
    lines.delete(channel.id);
    const isMember = membersBy(channel.entries).has(person.userId);
    if (isMember !== (line !== undefined)) {
      complaints.push(`hello ${isMember ? 'lacks' : 'lists'} ${channel.id}`);
    }
    const membership = person.memberships.find(({ channelId }) => channelId === channel.id);
    if (line === undefined || membership === undefined) continue;
    const { deleted, called, ...counts } = countsOf(channel, person, membership);
    const expected = {
      ...counts,
      head: channel.head,
      marked_ordinal: membership.markOrdinal,
      deleted: deleted.length === 0 ? undefined : deleted,
      everybody: called.length === 0 ? undefined : called,
      is_archived: channel.summary.isArchived,
      name: channel.summary.name,
      muted: membership.muted,
      is_marked_unread: membership.isMarkedUnread,
    };
    for (const [key, value] of Object.entries(expected)) {
      const shown = (line as Record<string, unknown>)[key];
      if (JSON.stringify(shown) !== JSON.stringify(value))
        complaints.push(`${channel.id}: hello says ${key} ${String(shown)}, it is ${String(value)}`);
    }
  }
  for (const id of lines.keys()) complaints.push(`hello lists the unknown ${id}`);
  return complaints;
}

interface Counts {
  readonly ordinal: number;
  readonly unread: number;
  readonly mentions: number;
  /** Places above the mark, the newest first. */
  readonly deleted: readonly number[];
  readonly called: readonly number[];
}

function countsOf(channel: ChannelTruth, person: PersonTruth, membership: Membership): Counts {
  const ordinal = Math.max(0, ...postsOf(channel).map((row) => row.ordinal ?? 0));
  const unreadRows = liveRows(channel).filter((row) => (row.ordinal ?? 0) > membership.markOrdinal);
  const unread = unreadRows.length;
  const standing = new Set(liveRows(channel).map(({ ts }) => ts));
  const gone = postsOf(channel).filter(({ ts }) => !standing.has(ts));
  const deleted = placesAbove(membership.markOrdinal, gone);
  if (isDirectId(channel.id)) return { ordinal, unread, mentions: unread, deleted, called: [] };
  const called = placesAbove(
    membership.markOrdinal,
    unreadRows.filter(({ text }) => callsEverybody(text)),
  );
  const named = namedIn(channel, person, membership);
  return { ordinal, unread, mentions: named + (membership.muted ? 0 : called.length), deleted, called };
}

const placesAbove = (mark: number, rows: readonly Message[]): number[] =>
  rows
    .flatMap(({ ordinal }) => (ordinal !== undefined && ordinal > mark ? [ordinal] : []))
    .toSorted((one, other) => other - one);

const liveRows = ({ rows }: ChannelTruth): Message[] =>
  [...rows.values()].filter(({ subtype }) => subtype !== 'tombstone' && !isSystemSubtype(subtype));

/** Messages that name the person, above the mark of the timeline that they are in, and said while they were there. */
function namedIn(channel: ChannelTruth, person: PersonTruth, { joinedSeq, markOrdinal }: Membership): number {
  return liveRows(channel).filter((row) => {
    const isNamed = mentionedUsers(row.text).includes(person.userId) && row.user !== person.userId;
    if (!isNamed || row.seq <= joinedSeq) return false;
    if (row.ordinal !== undefined) return row.ordinal > markOrdinal;
    const mark = person.threadMarks.get(threadKey(channel.id, row.thread_ts ?? '')) ?? 0;
    return placeInThread(channel, row) > mark;
  }).length;
}

const placeInThread = (channel: ChannelTruth, reply: Message): number =>
  postsOf(channel).filter(
    (row) => row.thread_ts === reply.thread_ts && row.ts !== reply.thread_ts && row.seq <= reply.seq,
  ).length;

/** Marks that were acked hold, and one's own posts are read, where nobody said "unread from here". */
function checkMarks({ operations, channels }: History, person: PersonTruth): string[] {
  const complaints: string[] = [];
  for (const membership of person.memberships) {
    const channel = channels.find(({ id }) => id === membership.channelId);
    if (channel === undefined) continue;
    const marks = operations.filter(
      (done) => done.kind === 'mark' && done.person === person.userId && done.channel === channel.id,
    );
    if (marks.some((done) => done.kind === 'mark' && done.unread)) continue;
    const acked = marks
      .filter(({ outcome }) => outcome === 'ok')
      .map((done) => ('ts' in done ? (done.ts ?? '') : ''));
    const posts = postsOf(channel).filter(({ ordinal }) => ordinal !== undefined);
    const read = posts.filter(({ user, ts }) => user === person.userId || acked.some((mark) => mark >= ts));
    const least = read.at(-1)?.ordinal ?? 0;
    // A tombstone names nobody: whose it was is not asked.
    if (membership.markOrdinal < least) {
      complaints.push(
        `${channel.id}: read up to ${membership.markOrdinal}, and ${least} was read or written`,
      );
    }
  }
  return complaints;
}

/** What live clients were told of marks and mentions is what the Member has. */
function checkTold({ clients }: History, person: PersonTruth): string[] {
  const complaints: string[] = [];
  for (const client of clients.filter((one) => one.person === person.userId)) {
    for (const [state, channels] of [['live', client.live] as const, ['resumed', client.resumed] as const]) {
      for (const [id, held] of channels ?? []) {
        const membership = membershipIn(person, id);
        if (membership === undefined) continue;
        if (held.mark !== membership.markOrdinal) {
          complaints.push(
            `${client.name} ${state}, ${id}: marked at ${held.mark}, it is ${membership.markOrdinal}`,
          );
        }
        if (held.named !== undefined && held.named !== membership.mentions) {
          complaints.push(
            `${client.name} ${state}, ${id}: named ${held.named} times, it is ${membership.mentions}`,
          );
        }
      }
    }
  }
  return complaints;
}

const membershipIn = ({ memberships }: PersonTruth, id: ChannelId): Membership | undefined =>
  memberships.find(({ channelId }) => channelId === id);
