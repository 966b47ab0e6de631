import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { MemberDelivery, ThreadReason } from '../../protocol/objects/delivery.ts';
import { justBefore } from '../../protocol/timestamp.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { onBench } from '../testing/member-bench.ts';
import type { Person } from './person.ts';
import { receive } from './receive.ts';
import { followThread, markThread, thread, unfollowThread } from './threads.ts';

const channelId = mintId('C');
const at = (ordinal: number) => `${String(1_700_000_000 + ordinal)}.000000` as Timestamp;
const threadTs = at(0);

const delivery = (given: Partial<MemberDelivery>): MemberDelivery => ({
  channelId,
  memberships: [],
  mentions: [],
  unmentions: [],
  ...given,
});
const reason = (kind: ThreadReason['reason'], seq: number, ordinal: number): ThreadReason => ({
  threadTs,
  seq,
  ordinal,
  ts: at(ordinal),
  reason: kind,
});
const because = (...threads: ThreadReason[]) => delivery({ threads });
const member = (change: 'joined' | 'left', seq: number) =>
  delivery({ memberships: [{ channelId, seq, change, ordinal: 0, ts: at(0) }] });
const head = (seq: number, ordinal: number) => ({ seq, ordinal, ts: at(ordinal) });
const threadOf = (person: Person) => thread(person, channelId, threadTs);

test('who writes, is named, or wrote the parent of the first reply follows; what brought them in is unread', () =>
  onBench(({ person, fakes }) => {
    receive(person, member('joined', 1));
    const first = { ...reason('parent', 5, 1), threadTs: at(1) };
    const named = { ...reason('mentioned', 6, 7), threadTs: at(2) };
    const wrote = { ...reason('wrote', 7, 3), threadTs: at(3) };
    receive(person, because(first, named, wrote));
    const marks = person.followedThreads(10).toReversed();
    expect(marks.map(({ markOrdinal }) => markOrdinal)).toEqual([0, 6, 3]);
    expect(marks.map(({ markTs }) => markTs)).toEqual([justBefore(at(1)), justBefore(at(7)), at(3)]);
    const types = fakes.pushes.slice(-3).map(({ event }) => event.type);
    expect(types).toEqual(Array.from({ length: 3 }, () => 'thread_subscribed'));
  }));

test('an own reply marks the thread by one row, its repeat by none', () =>
  onBench(({ person, rowsWritten, fakes, again }) => {
    receive(person, member('joined', 1));
    receive(person, because(reason('mentioned', 3, 1)));
    const own = because(reason('wrote', 9, 4));
    expect(rowsWritten(() => receive(person, own))).toBe(1);
    expect(fakes.pushes.at(-1)).toMatchObject({
      version: person.version,
      event: { type: 'thread_marked', channel: channelId, thread_ts: threadTs, ts: at(4), ordinal: 4 },
    });
    expect(rowsWritten(() => receive(person, own))).toBe(0);
    expect(rowsWritten(() => receive(person, because(reason('mentioned', 3, 1))))).toBe(0);
    expect(threadOf(again())).toMatchObject({ isFollowing: true, markOrdinal: 4 });
  }));

test('an unfollow sticks: only a later mention follows again, and its mark is where it was', () =>
  onBench(({ person, fakes }) => {
    receive(person, member('joined', 1));
    receive(person, because(reason('mentioned', 3, 2)));
    expect(unfollowThread(person, channelId, threadTs, head(10, 5))).toMatchObject({ ok: true });
    expect(fakes.pushes.at(-1)?.event.type).toBe('thread_unsubscribed');
    receive(person, because(reason('mentioned', 3, 2), reason('parent', 2, 1), reason('wrote', 11, 6)));
    expect(threadOf(person)).toMatchObject({ isFollowing: false, markOrdinal: 6 });
    receive(person, because(reason('mentioned', 12, 8)));
    expect(threadOf(person)).toMatchObject({ isFollowing: true, markOrdinal: 6 });
    expect(fakes.pushes.at(-1)?.event.type).toBe('thread_subscribed');
  }));

test('a thread can be unfollowed before there is a reason to follow it', () =>
  onBench(({ person }) => {
    receive(person, member('joined', 1));
    unfollowThread(person, channelId, threadTs, head(4, 0));
    receive(person, because(reason('parent', 5, 1)));
    expect(threadOf(person)?.isFollowing).toBe(false);
    expect(person.followedThreads(10)).toEqual([]);
  }));

test('an explicit follow starts at the head; a repeat writes nothing; who is outside is refused', () =>
  onBench(({ person, rowsWritten }) => {
    expect(followThread(person, channelId, threadTs, head(4, 3))).toMatchObject({ error: 'not_in_channel' });
    expect(markThread(person, channelId, threadTs, head(4, 3))).toMatchObject({ error: 'not_in_channel' });
    receive(person, member('joined', 1));
    const follow = () => followThread(person, channelId, threadTs, head(4, 3));
    expect(rowsWritten(follow)).toBe(1);
    expect(rowsWritten(follow)).toBe(0);
    expect(threadOf(person)).toMatchObject({ isFollowing: true, markOrdinal: 3, markTs: at(3) });
  }));

test('a thread’s mark moves forward only; unread moves it back, and then an own reply leaves it', () =>
  onBench(({ person, rowsWritten }) => {
    receive(person, member('joined', 1));
    followThread(person, channelId, threadTs, head(4, 3));
    const mark = (ordinal: number, unread = false) =>
      rowsWritten(() => markThread(person, channelId, threadTs, { ordinal, ts: at(ordinal), unread }));
    expect([mark(5), mark(4), mark(5)]).toEqual([1, 0, 0]);
    expect([mark(2, true), mark(2, true)]).toEqual([1, 0]);
    receive(person, because(reason('wrote', 20, 9)));
    expect(threadOf(person)).toMatchObject({ markOrdinal: 2, isMarkedUnread: true });
    expect(mark(9)).toBe(1);
    expect(threadOf(person)).toMatchObject({ markOrdinal: 9, isMarkedUnread: false });
  }));

test('of a thread that was never followed no mark is kept', () =>
  onBench(({ person, rowsWritten }) => {
    receive(person, member('joined', 1));
    const mark = () => markThread(person, channelId, threadTs, { ordinal: 2, ts: at(2) });
    expect(rowsWritten(mark)).toBe(0);
    expect(threadOf(person)).toBeUndefined();
  }));

test('who leaves follows nothing there, not from what comes late either, and no version comes twice', () =>
  onBench(({ person, again }) => {
    receive(person, member('joined', 1));
    receive(person, because(reason('mentioned', 3, 1)));
    const { version } = person;
    receive(person, member('left', 8));
    receive(person, because(reason('wrote', 7, 2)));
    expect(threadOf(person)).toBeUndefined();
    expect(again().version).toBe(version);
    receive(person, member('joined', 12));
    receive(person, because(reason('mentioned', 7, 2)));
    expect(threadOf(person)).toBeUndefined();
    expect(again().version).toBe(version + 1);
  }));

test('who asks by a version gets the threads that changed since', () =>
  onBench(({ person, again }) => {
    receive(person, member('joined', 1));
    receive(person, because({ ...reason('wrote', 3, 1), threadTs: at(1) }));
    const { version } = person;
    receive(person, because({ ...reason('wrote', 4, 1), threadTs: at(2) }));
    expect(again().threadsAfter(version)).toMatchObject([{ threadTs: at(2) }]);
    expect(person.threadsAfter(0)).toHaveLength(2);
  }));

test('a person who was never made has no threads', () =>
  onBench(({ person }) => {
    expect([threadOf(person), person.followedThreads(10)]).toEqual([undefined, []]);
  }));
