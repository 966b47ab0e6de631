import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import { onBench } from '../testing/member-bench.ts';
import type { Person } from './person.ts';
import { reacted } from './reacted.ts';
import { receive } from './receive.ts';

const [one, other] = [mintId('C'), mintId('C')];
const delivery = (asOf: number, news: { seq: number; at: number; holds: boolean }[], channelId = one) => ({
  channelId,
  asOf,
  memberships: [],
  mentions: [],
  unmentions: [],
  reacted: news,
});
const seqs = (person: Person, channelIds = [one, other]) =>
  reacted(person, { channelIds, skip: 0, limit: 100 }).places.map(({ seq }) => seq);

test('a reaction is one row; a repeat, and what is older, change nothing and write nothing', () =>
  onBench(({ person, rowsWritten, again }) => {
    const added = delivery(10, [{ seq: 3, at: 100, holds: true }]);
    const removed = delivery(12, [{ seq: 3, at: 120, holds: false }]);
    expect(rowsWritten(() => receive(person, added))).toBe(1);
    expect(rowsWritten(() => receive(person, added))).toBe(0);
    expect(seqs(person)).toEqual([3]);
    receive(person, removed);
    expect(rowsWritten(() => receive(person, added))).toBe(0);
    expect(seqs(again())).toEqual([]);
    expect(person.reactions?.channels()).toEqual([]);
  }));

test('that a removal came first, and its reaction late, leaves nothing behind', () =>
  onBench(({ person }) => {
    receive(person, delivery(12, [{ seq: 3, at: 120, holds: false }]));
    receive(person, delivery(10, [{ seq: 3, at: 100, holds: true }]));
    expect(seqs(person)).toEqual([]);
  }));

test('a list goes from the newest by pages, over the channels that were asked for', () =>
  onBench(({ person }) => {
    for (let seq = 1; seq <= 5; seq += 1)
      receive(person, delivery(seq, [{ seq, at: seq * 10, holds: true }], seq % 2 === 0 ? other : one));
    expect(seqs(person)).toEqual([5, 4, 3, 2, 1]);
    expect(seqs(person, [one])).toEqual([5, 3, 1]);
    const page = reacted(person, { channelIds: [one, other], skip: 0, limit: 2 });
    expect(page).toMatchObject({ total: 5, more: true });
    const [, last] = page.places;
    if (last === undefined) throw new Error('a page of two');
    const next = reacted(person, { channelIds: [one, other], after: last, skip: 0, limit: 9 });
    expect(next.places.map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect(next.more).toBe(false);
    const second = reacted(person, { channelIds: [one, other], skip: 2, limit: 2 });
    expect(second.places.map(({ seq }) => seq)).toEqual([3, 2]);
  }));
