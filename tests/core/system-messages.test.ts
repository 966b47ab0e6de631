import { describe, expect, test } from 'vitest';
import { archive, unarchive } from '../../durable-objects/channel/archive.ts';
import { setPurpose, setTopic } from '../../durable-objects/channel/describe.ts';
import { edit } from '../../durable-objects/channel/edit.ts';
import { admit, invite, join, kick, leave } from '../../durable-objects/channel/membership.ts';
import { history } from '../../durable-objects/channel/read.ts';
import { remove } from '../../durable-objects/channel/remove.ts';
import { rename, settleRename } from '../../durable-objects/channel/rename.ts';
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

describe('a name', () => {
  const command = (name: string, number: number) => ({ name, number, asAdmin: false });

  test('is told by its message alone, and the old ones are remembered', () =>
    onRoom((bench) => {
      const { room, ann } = bench;
      expectOk(rename(room, ann, command('two', 1)));
      expect(newest(bench)).toMatchObject({ subtype: 'channel_name', old_name: 'bench', name: 'two' });
      const [entry] = bench.entries(room.head.seq);
      expect(entry?.summary).toMatchObject({ name: 'two' });
      const { summary } = expectOk(rename(room, ann, command('three', 2)));
      expect(summary).toMatchObject({ name: 'three', previousNames: ['two', 'bench'] });
      expect(expectOk(rename(room, ann, command('two', 3))).summary.previousNames).toEqual([
        'three',
        'bench',
      ]);
    }));

  test('is given once for a number, and never after it was settled', () =>
    onRoom((bench) => {
      const { ann } = bench;
      expectOk(rename(bench.room, ann, command('two', 1)));
      const { seq } = bench.room.head;
      expectOk(rename(bench.room, ann, command('two', 1)));
      expect(settleRename(bench.room, { name: 'two', number: 1 })).toMatchObject({ renamed: true });
      expect(settleRename(bench.room, { name: 'three', number: 2 })).toEqual({ renamed: false });
      bench.restart();
      expect(rename(bench.room, ann, command('three', 2))).toMatchObject({ error: 'void' });
      expect(bench.room.head.seq).toBe(seq);
    }));

  test('is given by whoever made the channel and by admins, not in an archived channel', () =>
    onRoom(async (bench) => {
      const { room, ann, bob } = bench;
      const eve = actorOn(ann.teamId, 1, 0, 'admin');
      expect(rename(room, bob, command('x', 1))).toMatchObject({ error: 'not_authorized' });
      expect(rename(room, eve, command('x', 1))).toMatchObject({ error: 'not_in_channel' });
      expectOk(rename(room, { ...ann, role: 'member' }, command('x', 1)));
      expectOk(rename(room, eve, { ...command('y', 2), asAdmin: true }));
      expect(rename(room, bob, { ...command('z', 3), asAdmin: true })).toMatchObject({
        error: 'not_authorized',
      });
      expectOk(await archive(room, ann));
      expect(rename(room, ann, command('z', 3))).toMatchObject({ error: 'is_archived' });
      expectOk(rename(room, ann, { ...command('z', 3), asAdmin: true }));
    }));
});

describe('people and archives', () => {
  const said = (bench: Bench, from: number): unknown[] =>
    bench
      .entries(from)
      .map(({ event }) => event)
      .filter(({ type }) => type === 'message')
      .map((event) => ('subtype' in event ? [event.subtype, 'user' in event && event.user] : []));

  test('who comes and goes is said, but not at the channel’s creation', () =>
    onRoom(async (bench) => {
      const { room, ann, bob } = bench;
      const [eve, zoe] = [actorOn(ann.teamId, 1, 0, 'member'), actorOn(ann.teamId, 1, 0, 'member')];
      expect(said(bench, 1)).toEqual([]);
      expectOk(await join(room, eve));
      expectOk(await invite(room, ann, [zoe], false));
      expect(newest(bench)).toMatchObject({ subtype: 'channel_join', inviter: ann.userId });
      expectOk(await leave(room, eve));
      expectOk(await kick(room, ann, bob.userId));
      expect(newest(bench)?.text).toBe(`<@${bob.userId}> was removed from the channel by <@${ann.userId}>`);
      expectOk(await admit(room, [eve], ann.userId));
      expect(said(bench, 1)).toEqual([
        ['channel_join', eve.userId],
        ['channel_join', zoe.userId],
        ['channel_leave', eve.userId],
        ['channel_leave', bob.userId],
        ['channel_join', eve.userId],
      ]);
    }));

  test('an archive and its end are said and told', () =>
    onRoom(async (bench) => {
      const { room, ann, bob, others } = bench;
      const { seq } = room.head;
      expect(await unarchive(room, ann)).toMatchObject({ error: 'not_archived' });
      expectOk(await archive(room, ann));
      const eve = actorOn(ann.teamId, 1, 0, 'member');
      expect(await unarchive(room, { ...eve, role: 'guest' })).toMatchObject({ error: 'channel_not_found' });
      expect(await unarchive(room, { ...bob, role: 'guest' })).toMatchObject({ error: 'restricted_action' });
      expectOk(await unarchive(room, eve));
      expect(bench.entries(seq + 1).map(({ event, summary }) => [event.type, summary?.isArchived])).toEqual([
        ['channel_archive', false],
        ['message', undefined],
        ['channel_unarchive', false],
        ['message', undefined],
      ]);
      expect(others.summaries.at(-1)?.isArchived).toBe(false);
      expect(bench.post(bob, 'it is open again').seq).toBe(room.head.seq);
    }));

  test(
    'an unarchive whose Directory is late is answered ok by its repeat, once',
    () =>
      onRoom(async (bench) => {
        const { room, ann, others } = bench;
        expectOk(await archive(room, ann));
        others.beforeDirectory = () => {
          throw new Error('away');
        };
        expect(await unarchive(room, ann)).toMatchObject({ error: 'service_unavailable' });
        others.beforeDirectory = () => undefined;
        expectOk(await unarchive(room, ann));
        expect(await unarchive(room, ann)).toMatchObject({ error: 'not_archived' });
      }),
    15_000,
  );
});
