import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import { onBench } from '../testing/member-bench.ts';
import { mark } from './mark.ts';
import { mentions } from './mentions.ts';
import type { Person } from './person.ts';
import { receive } from './receive.ts';
import { setPreferences } from './set-preferences.ts';

const channelId = mintId('C');
const ts = (ordinal: number): string => `${String(1_700_000_000 + ordinal)}.000000`;
const nothing = { channelId, memberships: [], mentions: [], unmentions: [] };
const change = (to: 'joined' | 'left', seq: number) => ({
  ...nothing,
  memberships: [{ channelId, seq, change: to, ordinal: 10, ts: ts(10) }],
});
const ownPost = (ordinal: number) => ({ ...nothing, ownPost: { ordinal, ts: ts(ordinal) } });
const markAt = (person: Person, ordinal: number, unread = false) =>
  mark(person, channelId, { ordinal, ts: ts(ordinal), unread });

test('a mark of unread moves back by one row and says so; a repeat, or one further on, writes nothing', () =>
  onBench(({ person, rowsWritten, fakes, again }) => {
    receive(person, change('joined', 1));
    expect(rowsWritten(() => markAt(person, 4, true))).toBe(1);
    expect(fakes.pushes.at(-1)).toMatchObject({
      version: person.version,
      event: { type: 'channel_marked', ordinal: 4, ts: ts(4), is_marked_unread: true },
    });
    expect(rowsWritten(() => markAt(person, 4, true))).toBe(0);
    expect(rowsWritten(() => markAt(person, 7, true))).toBe(0);
    expect(again().membership(channelId)).toMatchObject({ markOrdinal: 4, isMarkedUnread: true });
  }));

test('what is marked unread stays so when its person posts, until an explicit mark', () =>
  onBench(({ person, rowsWritten }) => {
    receive(person, change('joined', 1));
    markAt(person, 4, true);
    expect(rowsWritten(() => receive(person, ownPost(12)))).toBe(0);
    expect(person.membership(channelId)).toMatchObject({ markOrdinal: 4, isMarkedUnread: true });
    expect(rowsWritten(() => markAt(person, 12))).toBe(1);
    expect(person.membership(channelId)).toMatchObject({ markOrdinal: 12, isMarkedUnread: false });
    receive(person, ownPost(13));
    expect(person.membership(channelId)).toMatchObject({ markOrdinal: 13, isMarkedUnread: false });
  }));

test('an explicit mark behind the present one takes only back that it was marked unread', () =>
  onBench(({ person }) => {
    receive(person, change('joined', 1));
    markAt(person, 4, true);
    markAt(person, 2);
    expect(person.membership(channelId)).toMatchObject({ markOrdinal: 4, isMarkedUnread: false });
  }));

test('a mention is unread again above a mark that moved back', () =>
  onBench(({ person }) => {
    receive(person, change('joined', 1));
    receive(person, { ...nothing, mentions: [{ seq: 20, ordinal: 12, threadTs: '', ts: ts(12) }] });
    markAt(person, 12);
    expect(person.membership(channelId)?.mentions).toBe(0);
    markAt(person, 11, true);
    expect(person.membership(channelId)?.mentions).toBe(1);
  }));

test('a mention that came after it was read is unread, too, above a mark that moved back', () =>
  onBench(({ person }) => {
    receive(person, change('joined', 1));
    markAt(person, 12);
    const { version } = person;
    receive(person, { ...nothing, mentions: [{ seq: 20, ordinal: 12, threadTs: '', ts: ts(12) }] });
    expect(person.membership(channelId)?.mentions).toBe(0);
    // No count changed, so nothing is pushed.
    expect(person.version).toBe(version);
    expect(mentions(person, { limit: 9 }).places.map(({ seq }) => seq)).toEqual([20]);
    markAt(person, 11, true);
    expect(person.membership(channelId)?.mentions).toBe(1);
  }));

test('mute and level are one row, versioned and pushed; what is so already writes nothing', () =>
  onBench(({ person, rowsWritten, fakes, again }) => {
    expect(setPreferences(person, channelId, { muted: true })).toMatchObject({ error: 'not_in_channel' });
    receive(person, change('joined', 1));
    expect(person.membership(channelId)).toMatchObject({ muted: false, level: 'default' });
    const { version } = person;
    expect(rowsWritten(() => setPreferences(person, channelId, { muted: true }))).toBe(1);
    expect(rowsWritten(() => setPreferences(person, channelId, { muted: true }))).toBe(0);
    expect(rowsWritten(() => setPreferences(person, channelId, { level: 'nothing' }))).toBe(1);
    expect(fakes.pushes.slice(-2).map(({ event }) => event)).toEqual([
      {
        type: 'channel_preferences',
        channel: channelId,
        muted: true,
        level: 'default',
        version: version + 1,
      },
      {
        type: 'channel_preferences',
        channel: channelId,
        muted: true,
        level: 'nothing',
        version: version + 2,
      },
    ]);
    expect(again().membership(channelId)).toMatchObject({ muted: true, level: 'nothing', markOrdinal: 10 });
  }));

test('who comes back to a channel finds it muted, and not marked unread', () =>
  onBench(({ person }) => {
    receive(person, change('joined', 1));
    setPreferences(person, channelId, { muted: true });
    markAt(person, 4, true);
    receive(person, change('left', 30));
    receive(person, change('joined', 31));
    expect(person.membership(channelId)).toMatchObject({ muted: true, isMarkedUnread: false });
  }));

test('of a change that was not written nobody is told, and its version comes again', () =>
  onBench(({ person, fakes }) => {
    receive(person, change('joined', 1));
    const row = person.membershipRow(channelId);
    if (row === undefined) throw new Error('not joined');
    const [told, { version }] = [fakes.pushes.length, person];
    const fails = () =>
      person.transact(() => {
        person.saveMark({ ...row, mark_ordinal: 50 });
        throw new Error('no disk');
      });
    expect(fails).toThrow('no disk');
    expect(fakes.pushes).toHaveLength(told);
    expect(person).toMatchObject({ version });
    markAt(person, 11);
    expect(fakes.pushes.slice(told)).toMatchObject([{ version: version + 1, event: { ordinal: 11 } }]);
  }));
