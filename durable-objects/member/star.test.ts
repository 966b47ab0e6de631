import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { onBench } from '../testing/member-bench.ts';
import { receive } from './receive.ts';
import { star, unstar } from './star.ts';

const channelId = mintId('C');
const nothing = { channelId, memberships: [], mentions: [], unmentions: [] };
const joined = {
  ...nothing,
  memberships: [{ channelId, seq: 1, change: 'joined' as const, ordinal: 0, ts: '1700000000.000000' }],
};
const message = (seq: number) => ({
  seq,
  ts: `${String(1_700_000_000 + seq)}.000000` as Timestamp,
});

test('a star is one row at the next version, told to the person’s own sockets, and outlives an eviction', () =>
  onBench(({ person, fakes, rowsWritten, again, copy, clock }) => {
    receive(person, joined);
    const { version } = person;
    expect(rowsWritten(() => star(person, channelId, message(5)))).toBe(1);
    expect(star(person, channelId)).toEqual({ ok: true });
    expect(fakes.pushes.slice(-2).map(({ event }) => event)).toEqual([
      {
        type: 'star_added',
        user: copy.userId,
        item: { type: 'message', channel: channelId, ts: message(5).ts },
        event_ts: `${String(clock.nowMs / 1_000)}.000000`,
        version: version + 1,
      },
      {
        type: 'star_added',
        user: copy.userId,
        item: { type: 'channel', channel: channelId },
        event_ts: `${String(clock.nowMs / 1_000)}.000000`,
        version: version + 2,
      },
    ]);
    const woken = again();
    expect(woken.version).toBe(version + 2);
    expect(woken.membership(channelId)).toMatchObject({ isStarred: true, hasStars: true });
    expect(woken.stars?.standing().map(({ seq }) => seq)).toEqual([0, 5]);
    expect(woken.stars?.among(channelId, [4, 5])).toEqual([5]);
  }));

test('twice is refused and writes nothing; one taken back can come again, as the newest', () =>
  onBench(({ person, fakes, rowsWritten, again }) => {
    receive(person, joined);
    star(person, channelId, message(5));
    star(person, channelId, message(6));
    expect(rowsWritten(() => star(person, channelId, message(5)))).toBe(0);
    expect(star(person, channelId, message(5))).toMatchObject({ error: 'already_starred' });
    expect(unstar(person, channelId)).toMatchObject({ error: 'not_starred' });
    expect(unstar(person, channelId, message(5).ts)).toEqual({ ok: true });
    expect(unstar(person, channelId, message(5).ts)).toMatchObject({ error: 'not_starred' });
    expect(fakes.pushes.at(-1)).toMatchObject({ event: { type: 'star_removed', version: person.version } });
    expect(again().membership(channelId)).toMatchObject({ isStarred: false, hasStars: true });
    star(person, channelId, message(5));
    expect(person.stars?.standing().map(({ seq }) => seq)).toEqual([5, 6]);
  }));

test('a socket that missed a version is told what was starred and unstarred since', () =>
  onBench(({ person }) => {
    receive(person, joined);
    star(person, channelId, message(5));
    const seen = person.version;
    unstar(person, channelId, message(5).ts);
    star(person, channelId);
    expect(person.starsAfter(seen)).toMatchObject([
      { message: { seq: 5 }, isStarred: false },
      { channelId, isStarred: true },
    ]);
    expect(person.starsAfter(person.version)).toEqual([]);
  }));
