import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { onBench } from '../testing/member-bench.ts';
import { mark } from './mark.ts';
import { mentions } from './mentions.ts';
import { receive } from './receive.ts';
import { markThread } from './threads.ts';

const channelId = mintId('C');

const delivery = (given: Partial<MemberDelivery>): MemberDelivery => ({
  channelId,
  memberships: [],
  mentions: [],
  unmentions: [],
  ...given,
});
const joined = (seq: number, ordinal = 0) => membershipChange('joined', seq, ordinal);
const inChannel = (id: ChannelId, given: MemberDelivery): MemberDelivery => ({
  ...given,
  channelId: id,
  memberships: given.memberships.map((change) => ({ ...change, channelId: id })),
});
const threadTs = '1700000000.000007' as Timestamp;
const inThread = (seq: number, ordinal: number) => ({
  threads: [{ threadTs, seq, ordinal, ts: ts(ordinal) as Timestamp, reason: 'mentioned' as const }],
});
const left = (seq: number, ordinal = 0) => membershipChange('left', seq, ordinal);
const membershipChange = (change: 'joined' | 'left', seq: number, ordinal: number) =>
  delivery({ memberships: [{ channelId, seq, change, ordinal, ts: ts(ordinal) }] });
const ts = (ordinal: number): string => `${String(1_700_000_000 + ordinal)}.000000`;
const mention = (seq: number, ordinal: number, threadTs = '') => ({
  seq,
  ordinal,
  threadTs,
  ts: ts(ordinal),
});

test('of deliveries only the newest about a membership counts, in whatever order they come', () =>
  onBench(({ person, rowsWritten, again }) => {
    receive(person, joined(5, 3));
    expect(person.membership(channelId)).toMatchObject({ joinedSeq: 5, markOrdinal: 3 });
    receive(person, left(9, 6));
    expect(person.membership(channelId)).toBeUndefined();
    for (const late of [joined(5, 3), left(9, 6), joined(8, 5)]) {
      expect(rowsWritten(() => receive(person, late))).toBe(0);
    }
    expect(again().membership(channelId)).toBeUndefined();
    receive(person, joined(12, 8));
    expect(again().membership(channelId)).toMatchObject({ joinedSeq: 12, markOrdinal: 8 });
  }));

test('a mark moves forward only, and each move is a version that the gateway is told', () =>
  onBench(({ person, rowsWritten, fakes }) => {
    receive(person, joined(1, 4));
    const before = person.version;
    expect(rowsWritten(() => mark(person, channelId, { ordinal: 7, ts: ts(7) }))).toBe(1);
    expect(rowsWritten(() => mark(person, channelId, { ordinal: 6, ts: ts(6) }))).toBe(0);
    expect(rowsWritten(() => mark(person, channelId, { ordinal: 7, ts: ts(7) }))).toBe(0);
    expect(person.membership(channelId)).toMatchObject({ markOrdinal: 7, markTs: ts(7) });
    expect(person.version).toBe(before + 1);
    expect(fakes.pushes.at(-1)).toMatchObject({
      version: person.version,
      event: { channel: channelId, ordinal: 7 },
    });
    expect(mark(person, mintId('C'), { ordinal: 1, ts: ts(1) })).toMatchObject({ ok: false });
  }));

test("a person's own posts mark for them by one row, and never back", () =>
  onBench(({ person, rowsWritten }) => {
    receive(person, joined(1));
    const post = (ordinal: number) => delivery({ ownPost: { ordinal, ts: ts(ordinal) } });
    expect(rowsWritten(() => receive(person, post(5)))).toBe(1);
    expect(rowsWritten(() => receive(person, post(5)))).toBe(0);
    expect(rowsWritten(() => receive(person, post(4)))).toBe(0);
    expect(person.membership(channelId)?.markOrdinal).toBe(5);
  }));

test('mentions above the mark are counted once, and a mark or a deletion takes them back', () =>
  onBench(({ person, again, rowsWritten }) => {
    receive(person, joined(1, 2));
    const three = delivery({ asOf: 9, mentions: [mention(2, 1), mention(6, 3), mention(8, 5)] });
    receive(person, three);
    expect(person.membership(channelId)?.mentions).toBe(2);
    expect(rowsWritten(() => receive(person, three))).toBe(0);
    receive(person, delivery({ asOf: 10, unmentions: [8] }));
    expect(person.membership(channelId)?.mentions).toBe(1);
    receive(person, three);
    expect(person.membership(channelId)?.mentions).toBe(1);
    mark(person, channelId, { ordinal: 3, ts: ts(3) });
    expect(again().membership(channelId)?.mentions).toBe(0);
  }));

test('a mention in a thread counts until that thread’s mark passes it, wherever the channel’s stands', () =>
  onBench(({ person, rowsWritten }) => {
    receive(person, joined(1));
    receive(person, delivery({ ...inThread(2, 5), mentions: [mention(9, 5, threadTs)] }));
    mark(person, channelId, { ordinal: 90, ts: ts(90) });
    expect(person.membership(channelId)?.mentions).toBe(1);
    markThread(person, channelId, threadTs, { ordinal: 4, ts: ts(4) });
    expect(person.membership(channelId)?.mentions).toBe(1);
    const byOne = () => markThread(person, channelId, threadTs, { ordinal: 5, ts: ts(5) });
    expect(rowsWritten(byOne)).toBe(1);
    expect(person.membership(channelId)?.mentions).toBe(0);
    // And one that comes when it is read already never counts.
    receive(person, delivery({ mentions: [mention(10, 4, threadTs)] }));
    expect(person.membership(channelId)?.mentions).toBe(0);
  }));

test('who left has no mentions there, also not from what comes late', () =>
  onBench(({ person }) => {
    receive(person, joined(1));
    receive(person, delivery({ mentions: [mention(3, 2)] }));
    receive(person, left(5, 2));
    receive(person, delivery({ mentions: [mention(4, 3)] }));
    receive(person, joined(7, 3));
    receive(person, delivery({ mentions: [mention(6, 4)] }));
    expect(person.membership(channelId)?.mentions).toBe(0);
  }));

test('the version survives an eviction, so that no push has a number twice', () =>
  onBench(({ person, again }) => {
    receive(person, joined(1));
    mark(person, channelId, { ordinal: 1, ts: ts(1) });
    const { version } = person;
    const restarted = again();
    expect(restarted.version).toBe(version);
    mark(restarted, channelId, { ordinal: 2, ts: ts(2) });
    expect(restarted.version).toBe(version + 1);
  }));

test('mentions are listed newest first, by pages, read or not, without those taken back and of channels left', () =>
  onBench(({ person }) => {
    receive(person, joined(1));
    receive(person, delivery({ asOf: 9, mentions: [mention(2, 1), mention(6, 3), mention(8, 5)] }));
    const elsewhere = mintId('C');
    receive(person, inChannel(elsewhere, joined(1)));
    receive(person, inChannel(elsewhere, delivery({ asOf: 9, mentions: [mention(4, 3)] })));
    mark(person, channelId, { ordinal: 9, ts: ts(9) });
    receive(person, delivery({ asOf: 10, unmentions: [2] }));
    const first = mentions(person, { limit: 2 });
    expect(first.places.map(({ seq }) => seq)).toEqual([8, channelId < elsewhere ? 6 : 4]);
    expect(first.more).toBe(true);
    const [, after] = first.places;
    const second = mentions(person, { limit: 2, ...(after === undefined ? {} : { after }) });
    expect(second.places.map(({ seq }) => seq)).toEqual([channelId < elsewhere ? 4 : 6]);
    expect(second.more).toBe(false);
    receive(person, inChannel(elsewhere, left(12)));
    expect(mentions(person, { limit: 9 }).places.map(({ seq }) => seq)).toEqual([8, 6]);
  }));
