import { describe, expect, test } from 'vitest';
import { setPurpose, setTopic } from '../../durable-objects/channel/describe.ts';
import { edit } from '../../durable-objects/channel/edit.ts';
import { history } from '../../durable-objects/channel/read.ts';
import { remove } from '../../durable-objects/channel/remove.ts';
import { actorOn, onRoom } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { expectOk } from './support/workspace.ts';

const page = { inclusive: false, limit: 100 };
const newest = (bench: Bench) => expectOk(history(bench.room, bench.ann, page)).messages[0];

describe('what happens to a channel is a message', () => {
  test('a topic is told by it alone: one row, and the alarm', () =>
    onRoom((bench) => {
      const { room, ann } = bench;
      bench.post(ann, 'before it');
      const [rows, head] = [bench.rowsWritten(), room.head.seq];
      expectOk(setTopic(room, ann, 'ice cream'));
      // The message, and the channel's own row.
      expect(bench.rowsWritten() - rows).toBe(2);
      expect(bench.entries(head + 1)).toMatchObject([
        {
          seq: head + 1,
          event: {
            type: 'message',
            subtype: 'channel_topic',
            topic: 'ice cream',
            user: ann.userId,
            text: `<@${ann.userId}> set the channel topic: ice cream`,
          },
        },
      ]);
    }));

  test('it takes no ordinal, so it is unread to nobody, and is in history', () =>
    onRoom((bench) => {
      const { room, ann } = bench;
      bench.post(ann, 'before it');
      const { ordinal } = room.head;
      expectOk(setPurpose(room, ann, `<@${bench.bob.userId}> and ice cream <!channel>`));
      expect(room.head.ordinal).toBe(ordinal);
      expect(newest(bench)).toMatchObject({ subtype: 'channel_purpose' });
      expect(newest(bench)).not.toHaveProperty('ordinal');
      const [entry] = bench.entries(room.head.seq);
      expect(entry).not.toHaveProperty('ordinal');
      expect(entry).not.toHaveProperty('callsEverybody');
      expect(bench.post(ann, 'after it').seq).toBe(room.head.seq);
      expect(room.head.ordinal).toBe(ordinal + 1);
    }));

  test('it names nobody, whoever is in its text', () =>
    onRoom(async (bench) => {
      expectOk(setTopic(bench.room, bench.ann, `ask <@${bench.bob.userId}>`));
      await bench.drained();
      expect(bench.others.newsOf(bench.bob.userId).flatMap(({ mentions }) => mentions)).toEqual([]);
    }));

  test('nobody changes or deletes it', () =>
    onRoom((bench) => {
      const { room, ann } = bench;
      expectOk(setTopic(room, ann, 'one'));
      const ts = newest(bench)?.ts;
      if (ts === undefined) throw new Error('no message');
      expect(edit(room, ann, { ts, text: 'two' })).toMatchObject({ error: 'cant_update_message' });
      expect(remove(room, ann, ts)).toMatchObject({ error: 'cant_delete_message' });
    }));
});

describe('a topic', () => {
  test('that is set already is not said again', () =>
    onRoom((bench) => {
      const { room, ann } = bench;
      expectOk(setTopic(room, ann, 'one'));
      const { seq } = room.head;
      expect(expectOk(setTopic(room, ann, 'one')).summary.topic).toMatchObject({
        value: 'one',
        creator: ann.userId,
      });
      expect(room.head.seq).toBe(seq);
    }));

  test('of nothing takes it away', () =>
    onRoom((bench) => {
      const { room, ann } = bench;
      expectOk(setTopic(room, ann, 'one'));
      expect(expectOk(setTopic(room, ann, '')).summary.topic.value).toBe('');
      expect(newest(bench)).toMatchObject({ topic: '', text: `<@${ann.userId}> cleared the channel topic` });
    }));

  test('reaches the Directory, also after a death', () =>
    onRoom(async (bench) => {
      const { others } = bench;
      others.beforeDirectory = () => {
        throw new Error('away');
      };
      expectOk(setTopic(bench.room, bench.ann, 'it stays'));
      bench.restart();
      others.beforeDirectory = () => undefined;
      await bench.drained();
      expect(others.summaries.at(-1)?.topic.value).toBe('it stays');
    }));

  test('is set by people of the channel who are no guests, up to 250 characters', () =>
    onRoom((bench) => {
      const { room, ann, bob } = bench;
      const eve = actorOn(ann.teamId, 1, 0, 'member');
      expect(setTopic(room, eve, 'x')).toMatchObject({ error: 'not_in_channel' });
      expect(setTopic(room, { ...bob, role: 'guest' }, 'x')).toMatchObject({ error: 'user_is_restricted' });
      expect(setTopic(room, ann, 'x'.repeat(251))).toMatchObject({ error: 'too_long' });
      expectOk(setTopic(room, ann, 'x'.repeat(250)));
    }));
});
