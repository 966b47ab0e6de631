import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { edit } from '../../durable-objects/channel/edit.ts';
import { post } from '../../durable-objects/channel/post.ts';
import { history, message, positionAt, replies, since } from '../../durable-objects/channel/read.ts';
import { unreact } from '../../durable-objects/channel/react.ts';
import { remove } from '../../durable-objects/channel/remove.ts';
import { join, kick } from '../../durable-objects/channel/membership.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { unpack } from '../../protocol/objects/packed.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { Gate, intercept } from './support/faults.ts';
import { onRoom, tablesIn, wordsIn } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { socketOf } from './support/socket.ts';
import { expectOk, objects, stubs, workspace } from './support/workspace.ts';

const page = { inclusive: false, limit: 100 };
const dayMs = 86_400_000;

const rowsOf = (bench: Bench): { seq: number; rev: number }[] =>
  bench.storage.sql
    .exec<{ seq: number; rev: number }>('select seq, rev from messages order by seq')
    .toArray();

describe('a post', () => {
  test('that was acked is there after a death', async () => {
    const ws = await workspace();
    const channel = await ws.channelWith([ws.owner]);
    const { message, seq } = await channel.post(ws.owner, 'it stays');
    await evictDurableObject(stubs.channel(channel.id));
    const answer = expectOk(await objects.channel(channel.id).history(ws.owner, page));
    expect(unpack(answer.messages)).toEqual([message]);
    expect(answer.head).toBe(seq);
  });

  test('is acked when the disk has it, and waits for no gateway', async () => {
    const ws = await workspace();
    const channel = await ws.channelWith([ws.owner]);
    const gate = new Gate();
    intercept(Gateway, 'deliver', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    const { seq } = await channel.post(ws.owner, 'no gateway answers');
    await gate.reached();
    const stored = await runInDurableObject(stubs.channel(channel.id), (_, { storage }: DurableObjectState) =>
      storage.sql.exec<{ seq: number }>('select max(seq) as seq from messages').one(),
    );
    expect(stored.seq).toBe(seq);
    gate.open();
  });

  test('has a ts above the last one, also when the clock stands still or jumps back a day', () =>
    onRoom((bench) => {
      const { clock, ann } = bench;
      const first = bench.post(ann, 'first');
      const second = bench.post(ann, 'in the same millisecond');
      clock.nowMs -= dayMs;
      const third = bench.post(ann, 'a day earlier');
      bench.edit(ann, third.ts, 'and changed');
      bench.restart();
      const fourth = bench.post(ann, 'still a day earlier, after a death');
      clock.nowMs += dayMs + 1;
      const fifth = bench.post(ann, 'the clock is right again');
      const all = [first, second, third, fourth, fifth];
      const micros = all.map(({ ts }) => microsOf(ts));
      expect(micros).toEqual([...new Set(micros)].toSorted((one, other) => one - other));
      expect(micros.at(-1)).toBe(clock.nowMs * 1_000);
      // And each is found by it.
      const found = all.map(({ ts }) => expectOk(message(bench.room, ann, ts)).message.seq);
      expect(found).toEqual(all.map(({ seq }) => seq));
    }));

  test('takes the next seq, as does every other kind of entry: the log is dense', () =>
    onRoom(async (bench) => {
      const { ann, bob, room } = bench;
      const { ts } = bench.post(ann, 'one');
      bench.react(bob, ts, 'tada');
      bench.edit(ann, ts, 'two');
      expectOk(unreact(room, bob, { ts, name: 'tada' }));
      bench.post(bob, 'a reply', { threadTs: ts });
      expectOk(await kick(room, ann, bob.userId));
      expectOk(await join(room, bob));
      bench.remove(ann, ts);
      const entries = bench.entries();
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
      expect(entries.map(({ event }) => event.type)).toEqual([
        'member_joined_channel',
        'member_joined_channel',
        'message',
        'reaction_added',
        'message',
        'reaction_removed',
        'message',
        'member_left_channel',
        'message',
        'member_joined_channel',
        'message',
        'message',
      ]);
      expect(room.head.seq).toBe(12);
      bench.restart();
      expect(bench.post(ann, 'after a death').seq).toBe(13);
    }));

  test('with a client_msg_id that its person used is the first message again', () =>
    onRoom((bench) => {
      const { ann } = bench;
      const first = bench.post(ann, 'once', { clientMessageId: 'mine' });
      bench.restart();
      const answer = expectOk(post(bench.room, ann, { text: 'twice', clientMessageId: 'mine' }));
      expect(answer).toMatchObject({ repeated: true, seq: first.seq });
      expect(answer.message).toMatchObject({ ts: first.ts, text: 'once', client_msg_id: 'mine' });
      expect(rowsOf(bench)).toHaveLength(1);
      // As long as the row is remembered: a deletion leaves it.
      bench.remove(ann, first.ts);
      expect(expectOk(post(bench.room, ann, { text: 'thrice', clientMessageId: 'mine' })).message.ts).toBe(
        first.ts,
      );
      expect(rowsOf(bench)).toHaveLength(1);
    }));

  test("with another person's client_msg_id is another message", () =>
    onRoom((bench) => {
      const mine = bench.post(bench.ann, 'mine', { clientMessageId: 'equal' });
      const yours = bench.post(bench.bob, 'yours', { clientMessageId: 'equal' });
      expect(yours.ts).not.toBe(mine.ts);
      expect(rowsOf(bench)).toHaveLength(2);
    }));

  test('is its own log entry: nothing else is written for it', () =>
    onRoom((bench) => {
      const before = bench.storage.sql.exec('select count(*) as n from entries').one()['n'];
      const { seq } = bench.post(bench.ann, 'a row');
      expect(bench.storage.sql.exec('select count(*) as n from entries').one()['n']).toBe(before);
      expect(bench.entries(seq)).toMatchObject([{ seq, ordinal: 1, author: bench.ann.userId }]);
    }));

  test('costs at most 4 rows alone, and at most 3 in a stream, its cursors among them', () =>
    onRoom(async (bench) => {
      const { ann, clock } = bench;
      await bench.runAlarm();
      const alone = bench.rowsWritten();
      bench.post(ann, 'alone', { clientMessageId: 'alone' });
      await bench.drained();
      clock.nowMs += 1_000;
      await bench.runAlarm();
      expect(bench.rowsWritten() - alone).toBeLessThanOrEqual(4);

      const stream = bench.rowsWritten();
      for (let at = 0; at < 100; at += 1) {
        bench.post(ann, `number ${at}`, { clientMessageId: `stream ${at}` });
        await bench.drained();
        clock.nowMs += 20;
        if (at % 50 === 49) await bench.runAlarm();
      }
      const perMessage = (bench.rowsWritten() - stream) / 100;
      expect(perMessage).toBeLessThanOrEqual(3);
      expect(perMessage).toBeGreaterThanOrEqual(2);
    }));

  test('that cannot be written leaves memory as it was, and no alarm that memory believes in', () =>
    onRoom(async (bench) => {
      const { room, storage } = bench;
      await bench.runAlarm();
      await storage.deleteAlarm();
      const before = room.head;
      expect(() =>
        room.transact((log) => {
          log.next();
          throw new Error('in the middle');
        }),
      ).toThrow('in the middle');
      expect(room.head).toEqual(before);
      bench.post(bench.ann, 'the next one');
      expect(await storage.getAlarm()).not.toBeNull();
      expect(rowsOf(bench)).toEqual([{ seq: before.seq + 1, rev: before.seq + 1 }]);
    }));
});

describe('a reply', () => {
  test('counts in its thread and not in the channel; its parent shows it', () =>
    onRoom((bench) => {
      const { ann, bob, room } = bench;
      const parent = bench.post(ann, 'parent');
      const one = bench.post(bob, 'one', { threadTs: parent.ts });
      const two = bench.post(ann, 'two', { threadTs: one.ts });
      const entries = bench.entries(one.seq);
      expect(entries.map(({ ordinal }) => ordinal)).toEqual([undefined, undefined]);
      expect(entries[1]?.event).toMatchObject({
        thread_ts: parent.ts,
        parent_user_id: ann.userId,
        thread: {
          ts: parent.ts,
          reply_count: 2,
          latest_reply: two.ts,
          reply_users: [bob.userId, ann.userId],
        },
      });
      expect(expectOk(message(room, ann, parent.ts)).message).toMatchObject({ reply_count: 2, rev: two.seq });
      const all = expectOk(replies(room, ann, { ...page, ts: parent.ts }));
      expect(all.messages.map(({ ts }) => ts)).toEqual([parent.ts, one.ts, two.ts]);
      expect(expectOk(history(room, ann, page)).messages.map(({ ts }) => ts)).toEqual([parent.ts]);
    }));

  test('that is broadcast later is shown at its own place, counts in the thread alone, and shows what it answers', () =>
    onRoom(async (bench) => {
      const { room, ann, bob } = bench;
      const parent = bench.post(ann, 'parent');
      const reply = bench.post(bob, 'reply', { threadTs: parent.ts });
      const last = bench.post(ann, 'last');
      const { ordinal } = room.head;
      const page = { inclusive: false, limit: 10 };
      const shown = () => expectOk(history(bench.room, ann, page)).messages.map(({ ts }) => ts);
      expect(shown()).toEqual([last.ts, parent.ts]);
      const { message } = expectOk(edit(room, bob, { ts: reply.ts, broadcast: true }));
      expect(message).toMatchObject({ text: 'reply', subtype: 'thread_broadcast', root: { text: 'parent' } });
      expect(message).not.toHaveProperty('ordinal');
      // Its words are what they were: nobody edited them.
      expect(message).not.toHaveProperty('edited');
      expect(shown()).toEqual([last.ts, reply.ts, parent.ts]);
      expect(room.head.ordinal).toBe(ordinal);
      expect(expectOk(positionAt(room, ann, last.ts)).ordinal).toBe(ordinal);
      bench.edit(ann, parent.ts, 'parent, edited');
      bench.restart();
      const [, answered] = expectOk(history(bench.room, ann, page)).messages;
      expect(answered?.root).toMatchObject({ text: 'parent, edited', reply_count: 1 });
      // A row of the log looks the same until it itself changes.
      for (const { event } of bench.entries()) {
        expect(event).not.toHaveProperty('root');
        if ('message' in event) expect(event.message).not.toHaveProperty('root');
      }
      // A repeat changes nothing, and once it is there its words change as any others.
      const { seq } = bench.room.head;
      expectOk(edit(bench.room, bob, { ts: reply.ts, broadcast: true }));
      expect(bench.room.head.seq).toBe(seq);
      const after = expectOk(edit(bench.room, bob, { ts: reply.ts, text: 'new', broadcast: true })).message;
      expect(after).toMatchObject({ text: 'new', subtype: 'thread_broadcast', edited: { user: bob.userId } });
      await bench.drained();
    }));

  test('is not broadcast with other words at once, and what is no reply not at all', () =>
    onRoom((bench) => {
      const { room, ann } = bench;
      const parent = bench.post(ann, 'parent');
      const reply = bench.post(ann, 'reply', { threadTs: parent.ts });
      const { seq } = room.head;
      const broadcast = (ts: Timestamp, text?: string) =>
        edit(room, ann, { ts, broadcast: true, ...(text === undefined ? {} : { text }) });
      expect(broadcast(parent.ts)).toMatchObject({ error: 'cant_broadcast_message' });
      expect(broadcast(parent.ts, 'new')).toMatchObject({ error: 'cant_broadcast_message' });
      expect(broadcast(reply.ts, 'new')).toMatchObject({ error: 'no_dual_broadcast_content_update' });
      expect(room.head.seq).toBe(seq);
      // The same words are no change.
      expectOk(broadcast(reply.ts, 'reply'));
    }));

  test('that is broadcast counts in both', () =>
    onRoom((bench) => {
      const { ann, room } = bench;
      const parent = bench.post(ann, 'parent');
      const reply = bench.post(ann, 'for all', { threadTs: parent.ts, broadcast: true });
      expect(bench.entries(reply.seq)).toMatchObject([{ ordinal: 2 }]);
      const shown = expectOk(history(room, ann, page)).messages;
      expect(shown.map(({ ts, subtype }) => [ts, subtype])).toEqual([
        [reply.ts, 'thread_broadcast'],
        [parent.ts, undefined],
      ]);
      expect(shown[1]?.reply_count).toBe(1);
    }));

  test('that is deleted is counted out, and places in the thread are not given twice', () =>
    onRoom((bench) => {
      const { ann, bob, room } = bench;
      const parent = bench.post(ann, 'parent');
      const one = bench.post(ann, 'one', { threadTs: parent.ts });
      const two = bench.post(bob, 'two', { threadTs: parent.ts });
      bench.remove(bob, two.ts);
      const [last] = bench.entries(two.seq + 1);
      expect(last?.event).toMatchObject({
        subtype: 'message_deleted',
        thread: { reply_count: 1, reply_users: [ann.userId], latest_reply: one.ts },
      });
      bench.post(bob, 'three', { threadTs: parent.ts });
      const places = bench.storage.sql
        .exec('select thread_ordinal from messages where thread_ordinal is not null order by seq')
        .toArray();
      expect(places.map((row) => row['thread_ordinal'])).toEqual([1, 2, 3]);
      // A parent that goes stays as a tombstone while it has replies.
      bench.remove(ann, parent.ts);
      expect(expectOk(replies(room, ann, { ...page, ts: parent.ts })).messages[0]).toMatchObject({
        subtype: 'tombstone',
        reply_count: 2,
      });
    }));
});

describe('a deletion', () => {
  test('leaves no words anywhere in the object', () =>
    onRoom(async (bench) => {
      const { ann, bob, room } = bench;
      const marker = (at: number): string => `zq${at}marker`;
      const words = {
        text: `${marker(1)} <@${bob.userId}|${marker(2)}> <!channel>`,
        blocks: [{ type: 'section', text: marker(3) }],
        attachments: [{ fallback: marker(4) }],
        metadata: { event_type: marker(5) },
      };
      const parent = expectOk(post(room, ann, words)).message;
      const reply = expectOk(
        post(room, ann, { text: marker(6), threadTs: parent.ts, broadcast: true, clientMessageId: 'kept' }),
      ).message;
      bench.react(bob, parent.ts, 'tada');
      bench.edit(ann, parent.ts, `${marker(7)} <@${bob.userId}>`);
      expectOk(edit(room, ann, { ts: parent.ts, blocks: [{ type: 'section', text: marker(8) }] }));
      expect(wordsIn(bench.storage)).toContain('marker');
      await bench.drained();
      bench.remove(ann, reply.ts);
      bench.remove(ann, parent.ts);
      await bench.drained();
      await bench.runAlarm();
      expect(wordsIn(bench.storage)).not.toContain('marker');
      // Nor in what a reader who was away still gets.
      expect(JSON.stringify(bench.entries())).not.toContain('marker');
    }));

  test('wins: an edit after it is refused, and one that is read late shows the deletion', () =>
    onRoom((bench) => {
      const { ann, room } = bench;
      const { ts, seq } = bench.post(ann, 'first words');
      bench.edit(ann, ts, 'second words');
      bench.remove(ann, ts);
      expect(edit(room, ann, { ts, text: 'third words' })).toMatchObject({ error: 'message_not_found' });
      expect(remove(room, ann, ts)).toMatchObject({ error: 'message_not_found' });
      const read = expectOk(since(room, ann, seq - 1)).entries;
      expect(
        read.map(({ event }) => (event !== undefined && 'subtype' in event ? event.subtype : '')),
      ).toEqual(['tombstone', 'message_deleted', 'message_deleted']);
      // Each says which place no longer counts as unread.
      expect(read.map(({ deletedOrdinal }) => deletedOrdinal)).toEqual([1, 1, 1]);
    }));

  test('is by tombstone, in every table, and every row has the seq of its last change', () =>
    onRoom(async (bench) => {
      const { ann, bob, room, storage } = bench;
      const { ts, seq } = bench.post(ann, 'words');
      bench.react(bob, ts, 'tada');
      expectOk(unreact(room, bob, { ts, name: 'tada' }));
      const taken = room.head.seq;
      bench.react(bob, ts, 'eyes');
      bench.remove(ann, ts);
      const removed = room.head.seq;
      expectOk(await kick(room, ann, bob.userId));
      const left = removed + 1;
      const all = (table: string): unknown[] => storage.sql.exec(`select * from ${table}`).toArray();
      expect(all('messages')).toMatchObject([
        { seq, text: '', content: null, deleted: 1, rev: removed },
        { seq: left + 1, subtype: 'channel_leave', deleted: 0, rev: left + 1 },
      ]);
      expect(all('reactions')).toMatchObject([
        { name: 'eyes', deleted: 1, rev: removed },
        { name: 'tada', deleted: 1, rev: taken },
      ]);
      const members = storage.sql.exec('select user, deleted, rev from members').toArray();
      expect(members).toContainEqual({ user: bob.userId, deleted: 1, rev: left });
      expect(members).toContainEqual({ user: ann.userId, deleted: 0, rev: 1 });
    }));

  test('by a person who may not is refused; an admin may', () =>
    onRoom((bench) => {
      const { ann, bob, room } = bench;
      const { ts } = bench.post(ann, 'words');
      expect(remove(room, bob, ts)).toMatchObject({ error: 'cant_delete_message' });
      expect(edit(room, bob, { ts, text: 'others' })).toMatchObject({ error: 'cant_update_message' });
      bench.remove({ ...bob, role: 'admin' }, ts);
    }));
});

describe('an object that was never created', () => {
  test('answers as one that may not be seen, and writes nothing', async () => {
    const id = mintId('C');
    const channel = objects.channel(id);
    const actor: Actor = { teamId: mintId('T'), userId: mintId('U'), role: 'owner' };
    const ts = '1700000000.000000' as Parameters<ChannelObject['remove']>[1];
    const answers = await Promise.all([
      channel.post(actor, { text: 'words' }),
      channel.edit(actor, { ts, text: 'words' }),
      channel.remove(actor, ts),
      channel.react(actor, { ts, name: 'tada' }),
      channel.unreact(actor, { ts, name: 'tada' }),
      channel.info(actor),
      channel.message(actor, ts),
      channel.history(actor, page),
      channel.replies(actor, { ...page, ts }),
      channel.members(actor, { limit: 10 }),
      channel.positionAt(actor, ts),
      channel.since(actor, 0),
      channel.join(actor),
      channel.leave(actor),
      channel.invite(actor, [{ userId: mintId('U'), role: 'member' }], false),
      channel.kick(actor, mintId('U')),
      channel.admit([actor]),
      channel.archive(actor),
    ]);
    await channel.typing(actor);
    expect(new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error)))).toEqual(
      new Set(['channel_not_found']),
    );
    const look = async (_: unknown, { storage }: DurableObjectState) => ({
      tables: tablesIn(storage),
      alarm: await storage.getAlarm(),
    });
    expect(await runInDurableObject(stubs.channel(id), look)).toEqual({ tables: [], alarm: null });

    const team = mintId('T');
    const gateway = objects.gateway(team, 0);
    const event = { type: 'user_typing', channel: id, user: actor.userId } as const;
    await gateway.typing(id, event);
    const base = { logId: id, teamId: team, generation: 'g', epoch: 1, from: 3, entries: [] };
    expect(await gateway.deliver(base)).toEqual({ state: 'attach' });
    expect(await runInDurableObject(stubs.gateway(team), look)).toEqual({ tables: [], alarm: null });
  });

  test('that was settled as never to be is never created', async () => {
    const id = mintId('C');
    const actor: Actor = { teamId: mintId('T'), userId: mintId('U'), role: 'owner' };
    expect(await objects.channel(id).settleCreation()).toEqual({ created: false });
    await evictDurableObject(stubs.channel(id));
    const creation = {
      id,
      teamId: actor.teamId,
      kind: 'public',
      name: 'late',
      isGeneral: false,
      creator: actor.userId,
      seats: [actor],
      shards: { count: 1, epoch: 1 },
    } as const;
    expect(await objects.channel(id).create(creation)).toMatchObject({ error: 'void' });
    expect(await objects.channel(id).settleCreation()).toEqual({ created: false });
  });
});

describe('the alarm', () => {
  test('is armed in the turn of the append, once for a stream, and never by the constructor', () =>
    onRoom(async (bench) => {
      const { storage, clock, ann } = bench;
      await bench.runAlarm();
      await storage.deleteAlarm();
      bench.room.alarm.fired();
      bench.post(ann, 'one');
      const armedAt = await storage.getAlarm();
      expect(armedAt).toBe(clock.nowMs + 1_000);
      clock.nowMs += 300;
      bench.post(ann, 'two');
      expect(await storage.getAlarm()).toBe(armedAt);
      await storage.deleteAlarm();
      bench.restart();
      await bench.room.alarm.load();
      expect(await storage.getAlarm()).toBeNull();
    }));

  test('delivers what a death right after the ack left behind, with no traffic', async () => {
    const ws = await workspace();
    const channel = await ws.channelWith([ws.owner]);
    const socket = await socketOf(ws, ws.owner);
    await socket.hellos();
    let isDown = true;
    intercept(Gateway, 'deliver', async ({ proceed }) => {
      if (isDown) throw new Error('unreachable');
      return proceed();
    });
    const { seq } = await channel.post(ws.owner, 'acked, and then dead');
    await evictDurableObject(stubs.channel(channel.id));
    expect(socket.eventsOf(channel.id)).toEqual([]);
    isDown = false;
    expect(await socket.event(channel.id, seq)).toMatchObject({ text: 'acked, and then dead' });
  });

  test('has nothing set when nothing is pending', () =>
    onRoom(async (bench) => {
      bench.post(bench.ann, 'words');
      await bench.drained();
      expect(await bench.runAlarm()).toBeUndefined();
    }));

  test('does not throw: a gateway that fails for ten minutes is tried on, and delays nobody else', () =>
    onRoom(
      async (bench) => {
        const { ann, bob, others, clock } = bench;
        let tries = 0;
        others.beforeGateway = (shard) => {
          if (shard !== 1) return;
          tries += 1;
          throw new Error('out of order');
        };
        const { seq } = bench.post(ann, `hear this, <@${bob.userId}>`);
        await bench.room.fanout.reached(0, seq, 5_000);
        await bench.room.memberConsumer.pump.reached(seq, 5_000);
        await bench.room.directoryConsumer.pump.reached(seq, 5_000);
        expect(others.heads.get(0)).toBe(seq);
        expect(others.newsOf(bob.userId).at(-1)?.mentions).toMatchObject([{ seq }]);
        const endMs = clock.nowMs + 600_000;
        const gaps: number[] = [];
        while (clock.nowMs < endMs) {
          const before = clock.nowMs;
          const next = await bench.runAlarm();
          expect(next).toBeDefined();
          clock.nowMs = next ?? endMs;
          gaps.push(clock.nowMs - before);
        }
        expect(tries).toBeGreaterThan(20);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
        // No traffic since. It comes back, and so does an object that died meanwhile.
        others.beforeGateway = () => undefined;
        bench.restart();
        expect(await bench.runAlarm()).toBeUndefined();
        expect(others.applied.get(1)?.at(-1)?.seq).toBe(seq);
      },
      { shards: 2, shardOfBob: 1 },
    ));
});

describe('the gateways of a log', () => {
  test('get a batch again from the same place when its answer was lost', () =>
    onRoom(async (bench) => {
      const { ann, others, clock } = bench;
      let answers = 0;
      others.afterGateway = () => {
        answers += 1;
        if (answers === 1) throw new Error('the answer was lost');
      };
      const { seq } = bench.post(ann, 'one');
      const next = await bench.runAlarm();
      clock.nowMs = next ?? 0;
      expect(await bench.runAlarm()).toBeUndefined();
      const froms = others.deliveries.map(({ delivery }) => delivery.from);
      expect(froms.slice(-2)).toEqual([seq, seq]);
      expect(others.applied.get(0)?.map((entry) => entry.seq)).toEqual([1, 2, seq]);
    }));

  test('get ten more behind a call that failed, in order, each once', () =>
    onRoom(async (bench) => {
      const { ann, others, clock } = bench;
      let isFailed = false;
      others.beforeGateway = () => {
        if (isFailed) return;
        isFailed = true;
        throw new Error('lost');
      };
      const { seq } = bench.post(ann, 'fails');
      for (let at = 1; at <= 10; at += 1) bench.post(ann, `behind it ${at}`);
      clock.nowMs = (await bench.runAlarm()) ?? 0;
      expect(await bench.runAlarm()).toBeUndefined();
      expect(others.applied.get(0)?.map((entry) => entry.seq)).toEqual(
        Array.from({ length: seq + 10 }, (_, at) => at + 1),
      );
    }));

  test('are sent from where they are after a death: the newest row says where', () =>
    onRoom(async (bench) => {
      const { ann, others } = bench;
      for (let at = 0; at < 3; at += 1) {
        bench.post(ann, `number ${at}`);
        await bench.drained();
      }
      const { seq } = bench.post(ann, 'the newest');
      await bench.drained();
      bench.restart();
      others.deliveries.length = 0;
      bench.post(ann, 'after the death');
      await bench.drained();
      expect(others.deliveries.map(({ delivery }) => delivery.from)).toEqual([seq]);
    }));
});
