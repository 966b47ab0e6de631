import { describe, expect, test } from 'vitest';
import { archive } from '../../durable-objects/channel/archive.ts';
import {
  addBookmark,
  bookmarks,
  editBookmark,
  removeBookmark,
} from '../../durable-objects/channel/bookmark.ts';
import { setTopic } from '../../durable-objects/channel/describe.ts';
import { pin, pins, unpin } from '../../durable-objects/channel/pin.ts';
import { history } from '../../durable-objects/channel/read.ts';
import { mintBookmarkId } from '../../platform/secrets/mint.ts';
import { actorOn, onRoom, wordsIn } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { expectOk } from './support/workspace.ts';

const page = { inclusive: false, limit: 100 };
const read = (bench: Bench) => expectOk(history(bench.room, bench.ann, page));
const link = { title: 'a page', link: 'https://example.com/', emoji: '' };
const add = (bench: Bench, words: Partial<typeof link> = {}) =>
  addBookmark(bench.room, bench.ann, { ...link, ...words }, mintBookmarkId());

describe('a pin', () => {
  test('stands on its message and in the list, newest first, also after a death', () =>
    onRoom((bench) => {
      const { ann, bob } = bench;
      const [one, two] = [bench.post(ann, 'one'), bench.post(bob, 'two')];
      expectOk(pin(bench.room, bob, one.ts));
      bench.clock.nowMs += 5_000;
      expectOk(pin(bench.room, ann, two.ts));
      bench.restart();
      const { pins: listed } = expectOk(pins(bench.room, ann));
      expect(listed.map(({ message, createdBy }) => [message.ts, createdBy])).toEqual([
        [two.ts, ann.userId],
        [one.ts, bob.userId],
      ]);
      const shown = read(bench);
      expect(shown.pinCount).toBe(2);
      expect(shown.messages[1]).toMatchObject({
        ts: one.ts,
        rev: one.seq + 2,
        pinned_to: [bench.channelId],
        pinned_info: { channel: bench.channelId, pinned_by: bob.userId, pinned_ts: listed[1]?.created },
      });
    }));

  test('is an entry that names its message, and so is its removal', () =>
    onRoom((bench) => {
      const { ann, bob, room } = bench;
      const { ts, seq } = bench.post(ann, 'words');
      expectOk(pin(room, bob, ts));
      expect(bench.entries(seq + 1)).toMatchObject([
        {
          event: { type: 'pin_added', user: bob.userId, item: { ts, created_by: bob.userId }, pin_count: 1 },
        },
      ]);
      expectOk(unpin(room, ann, ts));
      expect(unpin(room, ann, ts)).toMatchObject({ error: 'no_pin' });
      expect(bench.entries(seq + 2)).toMatchObject([
        { event: { type: 'pin_removed', user: ann.userId, item: { ts }, pin_count: 0, has_pins: false } },
      ]);
      expect(read(bench).messages[0]).not.toHaveProperty('pinned_to');
    }));

  test('goes with its message', () =>
    onRoom((bench) => {
      const { ann, room } = bench;
      const { ts } = bench.post(ann, 'words');
      expectOk(pin(room, ann, ts));
      bench.remove(ann, ts);
      expect(expectOk(pins(room, ann)).pins).toEqual([]);
      expect(read(bench).pinCount).toBe(0);
      expect(pin(room, ann, ts)).toMatchObject({ error: 'message_not_found' });
    }));

  test('is set once, on what somebody said, a hundred in a channel', () =>
    onRoom(async (bench) => {
      const { ann, room } = bench;
      const said = Array.from({ length: 101 }, (_, at) => bench.post(ann, `number ${at}`).ts);
      for (const ts of said.slice(0, 100)) expectOk(pin(room, ann, ts));
      const [first, last] = [said[0], said[100]];
      if (first === undefined || last === undefined) throw new Error('nothing was said');
      expect(pin(room, ann, first)).toMatchObject({ error: 'already_pinned' });
      expect(pin(room, ann, last)).toMatchObject({ error: 'too_many_pins' });
      expectOk(unpin(room, ann, first));
      expectOk(pin(room, ann, last));
      expectOk(setTopic(room, ann, 'x'));
      const topic = read(bench).messages[0];
      expect(topic && pin(room, ann, topic.ts)).toMatchObject({ error: 'not_pinnable' });
      expectOk(await archive(room, ann));
      expect(unpin(room, ann, last)).toMatchObject({ error: 'is_archived' });
    }));

  test('of somebody outside is refused', () =>
    onRoom((bench) => {
      const { ts } = bench.post(bench.ann, 'words');
      const eve = actorOn(bench.ann.teamId, 1, 0, 'owner');
      expect(pin(bench.room, eve, ts)).toMatchObject({ error: 'not_in_channel' });
    }));
});

describe('a bookmark', () => {
  test('is there until it is removed, in the order of adding, and tells what was changed by whom', () =>
    onRoom((bench) => {
      const { room, ann, bob } = bench;
      const one = expectOk(add(bench)).bookmark;
      const two = expectOk(add(bench, { title: 'two', emoji: 'tada' })).bookmark;
      expect(two.emoji).toBe(':tada:');
      const changed = expectOk(editBookmark(room, bob, one.id, { title: 'one, changed' })).bookmark;
      expect(changed).toMatchObject({
        id: one.id,
        title: 'one, changed',
        link: link.link,
        last_updated_by_user_id: bob.userId,
      });
      bench.restart();
      const listed = expectOk(bookmarks(bench.room, ann)).bookmarks;
      expect(listed).toEqual([changed, two]);
      expect(listed.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))).toEqual(listed);
      expectOk(removeBookmark(bench.room, ann, one.id));
      expect(expectOk(bookmarks(bench.room, ann)).bookmarks).toEqual([two]);
      for (const again of [
        removeBookmark(bench.room, ann, one.id),
        editBookmark(bench.room, ann, one.id, { title: 'x' }),
      ]) {
        expect(again).toMatchObject({ error: 'not_found' });
      }
    }));

  test('that is removed has no words left, also not in the log', () =>
    onRoom((bench) => {
      const { seq } = bench.room.head;
      const { bookmark } = expectOk(add(bench, { title: 'xyzzy', link: 'https://example.com/xyzzy' }));
      expectOk(removeBookmark(bench.room, bench.ann, bookmark.id));
      expect(wordsIn(bench.storage)).not.toContain('xyzzy');
      expect(bench.entries(seq + 1).map(({ event }) => event)).toMatchObject([
        { type: 'bookmark_added', bookmark_id: bookmark.id },
        { type: 'bookmark_removed', bookmark_id: bookmark.id },
      ]);
    }));

  test('leads to the web alone, has a title, and is one of a hundred', () =>
    onRoom((bench) => {
      const { room, bob, ann } = bench;
      for (const bad of [
        'javascript:alert(1)',
        'ftp://example.com',
        'https://',
        'example.com',
        'https://a b',
        `https://example.com/${'x'.repeat(2_048)}`,
      ]) {
        expect(add(bench, { link: bad })).toMatchObject({ error: 'invalid_link' });
      }
      expect(add(bench, { title: ' ' })).toMatchObject({ error: 'invalid_arguments' });
      expect(add(bench, { title: 'x'.repeat(257) })).toMatchObject({ error: 'invalid_arguments' });
      expect(add(bench, { emoji: 'a b' })).toMatchObject({ error: 'invalid_emoji' });
      for (let count = 0; count < 100; count += 1) expectOk(add(bench));
      expect(add(bench)).toMatchObject({ error: 'too_many_bookmarks' });
      const eve = actorOn(ann.teamId, 1, 0, 'owner');
      expect(addBookmark(room, eve, link, mintBookmarkId())).toMatchObject({ error: 'permission_denied' });
      expect(bookmarks(room, { ...eve, role: 'guest' })).toMatchObject({ error: 'channel_not_found' });
      expect(expectOk(bookmarks(room, bob)).bookmarks).toHaveLength(100);
    }));
});
