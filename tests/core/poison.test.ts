import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { everybody } from '../../durable-objects/channel/aside-store.ts';
import { kick } from '../../durable-objects/channel/membership.ts';
import { discardSetAside, replaySetAside, setAside } from '../../durable-objects/channel/set-aside.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { TimeLimitError } from '../../durable-objects/log/time-limit.ts';
import { unpack } from '../../protocol/objects/packed.ts';
import { Gate, intercept } from './support/faults.ts';
import { actorOn, onRoom } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { silentDirectOf, socketOf } from './support/socket.ts';
import { expectOk, stubs, workspace } from './support/workspace.ts';
import type { TestChannel } from './support/workspace.ts';

/** As after a fault of code or disk: the row is there, and cannot be read. */
const breakRow = (storage: DurableObjectStorage, seq: number): void => {
  storage.sql.exec("update messages set content = '{' where seq = ?", seq);
};
const breakRowOf = (channel: TestChannel, seq: number): Promise<void> =>
  runInDurableObject(stubs.channel(channel.id), (_, { storage }: DurableObjectState) => {
    breakRow(storage, seq);
  });

describe('an entry that cannot become a frame', () => {
  test('blocks nobody: who hears the log is asked to resume, gets a reset, and goes on', async () => {
    const ws = await workspace();
    const [ann, bob, carl] = [await ws.person(), await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann, bob, carl]);
    const first = await channel.post(ann, 'sound');
    const [socket, straight] = [await socketOf(ws, bob), await silentDirectOf(ws, bob, channel.id)];
    straight.hello({});
    await Promise.all([socket.hellos(), straight.hellos()]);
    let isAway = true;
    intercept(Gateway, 'deliver', async ({ proceed }) => {
      if (isAway) throw new Error('away');
      return proceed();
    });
    const broken = await channel.post(ann, 'broken');
    const last = await channel.post(ann, 'after it');
    await breakRowOf(channel, broken.seq);
    isAway = false;

    expect(await socket.next(({ type }) => type === 'resume')).toMatchObject({ channels: [channel.id] });
    // Whoever passes over that finds the gap.
    expect(await socket.event(channel.id, last.seq)).not.toHaveProperty('after');
    socket.hello({ [channel.id]: first.seq });
    expect((await socket.resumed()).channels).toEqual({ [channel.id]: { reset: true } });
    await socket.event(channel.id, (await channel.post(ann, 'live')).seq);
    expect(socket.seqsOf(channel.id)).not.toContain(broken.seq);

    // The page that is then read has the others.
    const page = expectOk(await channel.object.history(bob, { inclusive: false, limit: 10 }));
    const messages = unpack(page.messages);
    expect(messages.map(({ text }) => text).filter((text) => text !== '')).toEqual(
      expect.arrayContaining(['sound', 'after it', 'live']),
    );
    expect(messages.map(({ seq }) => seq)).not.toContain(broken.seq);

    // A resume over it cannot be told, at a gateway or straight; above it nothing is the matter.
    const late = await socketOf(ws, carl, { cursors: { [channel.id]: first.seq } });
    expect((await late.resumed()).channels).toEqual({ [channel.id]: { reset: true } });
    straight.hello({ [channel.id]: first.seq });
    expect((await straight.resumed()).channels).toEqual({ [channel.id]: { reset: true } });
    const above = await socketOf(ws, carl, { cursors: { [channel.id]: broken.seq } });
    expect((await above.resumed()).channels[channel.id]).toHaveProperty('head');
    for (const one of [late, straight, above]) {
      await one.event(channel.id, (await channel.post(ann, 'still live')).seq);
    }
  });

  test('keeps what it changes: who is brought in by it hears what follows', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    await runInDurableObject(stubs.channel(channel.id), (_, { storage }: DurableObjectState) => {
      storage.sql.exec(
        `create trigger broken after insert on entries when new.kind = 'member_joined_channel'
         begin update entries set detail = '{' where seq = new.seq; end`,
      );
    });
    expectOk(await channel.object.invite(ann, [bob], false));
    expect(await socket.next(({ type }) => type === 'resume')).toMatchObject({ channels: [channel.id] });
    const { seq } = await channel.post(ann, 'to both');
    await socket.event(channel.id, seq);
    const again = await socketOf(ws, bob);
    expect((await again.hellos()).channels.map(({ id }) => id)).toContain(channel.id);
  });

  test('of a workspace’s log blocks nobody either', async () => {
    const ws = await workspace();
    const socket = await socketOf(ws, ws.owner);
    const { head } = await socket.hellos();
    await runInDurableObject(stubs.directory(ws.teamId), (_, { storage }: DurableObjectState) => {
      storage.sql.exec(
        `create trigger lost after insert on entries when new.kind = 'user_change'
         begin update entries set subject = 'U0NOBODY' where seq = new.seq; end`,
      );
    });
    expectOk(await ws.directory.setProfile(ws.owner, ws.owner.userId, { real_name: 'Another' }));
    expect(await socket.next(({ type }) => type === 'resume')).toMatchObject({ channels: [ws.teamId] });
    await ws.person();
    await socket.event(ws.teamId, head + 2);
    socket.hello({ [ws.teamId]: head });
    expect((await socket.resumed()).channels).toEqual({ [ws.teamId]: { reset: true } });
  });
});

describe('an entry that Members cannot be told of', () => {
  test('is found by halving and set aside with its reason; everybody is told of all others', () =>
    onRoom(async (bench) => {
      const { room, ann, bob, others, storage } = bench;
      const gate = new Gate();
      others.beforeMember = () => gate.pass();
      storage.sql.exec(
        `create trigger broken after insert on entries when new.kind = 'message_changed'
         begin update entries set detail = '{' where seq = new.seq; end`,
      );
      const name = `<@${bob.userId}>`;
      const seqs = [bench.post(ann, name), bench.post(ann, name), bench.post(ann, name)].map(
        ({ seq }) => seq,
      );
      bench.edit(ann, bench.post(ann, 'edited').ts, 'edited, and its entry broke');
      const poison = room.head.seq;
      for (let at = 0; at < 5; at += 1) seqs.push(bench.post(ann, name).seq);
      gate.open();
      await bench.drained();

      const told = others.newsOf(bob.userId).flatMap(({ mentions }) => mentions.map(({ seq }) => seq));
      expect(told).toEqual(seqs);
      expect(setAside(room, ann)).toMatchObject({
        entries: [{ seq: poison, reason: expect.stringContaining('JSON') as string, at: bench.clock.nowMs }],
      });
      expect(setAside(room, { ...bob, role: 'member' })).toMatchObject({ error: 'restricted_action' });
      expect(setAside(room, actorOn(ann.teamId, 1, 0, 'guest'))).toMatchObject({
        error: 'channel_not_found',
      });

      // Mended, it is replayed; before that it stays.
      expect(await replaySetAside(room, ann)).toEqual({ ok: true, replayed: 0, left: 1 });
      storage.sql.exec("update entries set detail = null where detail = '{'");
      expect(await replaySetAside(room, ann)).toEqual({ ok: true, replayed: 1, left: 0 });
      expect(room.aside.all()).toEqual([]);
    }));

  test('that one Member goes on refusing is set aside for that person alone, and the rest reaches them', () =>
    onRoom(async (bench) => {
      const { room, ann, bob, others } = bench;
      const name = `<@${bob.userId}>`;
      const posted = [];
      let poison = 0;
      others.beforeMember = (userId, { mentions }) => {
        if (userId === bob.userId && mentions.some(({ seq }) => seq === poison)) throw new Error('not this');
      };
      for (let at = 0; at < 9; at += 1) {
        poison ||= at === 4 ? room.head.seq + 1 : 0;
        posted.push(bench.post(ann, name));
      }
      await bench.drained();
      await alarms(bench, 3);
      expect(room.aside.all()).toEqual([]);
      expect(room.store.owed()).toHaveLength(1);
      await alarms(bench, 20);
      expect(room.store.owed()).toEqual([]);
      expect(setAside(room, ann)).toMatchObject({
        entries: [{ userId: bob.userId, seq: poison, reason: 'Error: not this' }],
      });
      const told = new Set(
        others.newsOf(bob.userId).flatMap(({ mentions }) => mentions.map(({ seq }) => seq)),
      );
      expect([...told].toSorted((one, other) => one - other)).toEqual(
        posted.map(({ seq }) => seq).filter((seq) => seq !== poison),
      );
      // Nothing waits behind it: a removal is answered.
      expectOk(await kick(room, ann, bob.userId));
    }));

  test('is replayed as its row stands now, and told no more once it is discarded', () =>
    onRoom(async (bench) => {
      const { room, ann, bob, others, clock } = bench;
      const name = `<@${bob.userId}>`;
      const posted = [bench.post(ann, name), bench.post(ann, name), bench.post(ann, name)];
      const [kept, edited, given] = posted;
      if (!kept || !edited || !given) throw new Error('not posted');
      await bench.drained();
      const before = others.received.length;
      for (const { seq } of [kept, edited]) {
        room.aside.save({ consumer: bob.userId, seq, reason: 'then', at: clock.nowMs });
      }
      others.beforeMember = () => undefined;
      bench.edit(ann, edited.ts, 'no name any more');
      await bench.drained();
      const afterEdit = others.received.length;
      expect(await replaySetAside(room, ann)).toEqual({ ok: true, replayed: 2, left: 0 });
      const told = others.received.slice(afterEdit);
      expect(told.map(({ userId, delivery }) => [userId, delivery.asOf, delivery.mentions])).toEqual([
        [bob.userId, room.head.seq, [expect.objectContaining({ seq: kept.seq })]],
      ]);
      expect(afterEdit).toBeGreaterThan(before);

      room.aside.save({ consumer: bob.userId, seq: given.seq, reason: 'then', at: clock.nowMs });
      const beforeDiscard = others.received.length;
      expect(discardSetAside(room, { ...bob, role: 'member' })).toMatchObject({ error: 'restricted_action' });
      expect(discardSetAside(room, ann)).toEqual({ ok: true, discarded: 1 });
      expect(await replaySetAside(room, ann)).toEqual({ ok: true, replayed: 0, left: 0 });
      expect(others.received).toHaveLength(beforeDiscard);
    }));

  test('replayed to a Member that does not answer costs that person nothing of what comes later', () =>
    onRoom(async (bench) => {
      const { room, ann, bob, others, clock } = bench;
      const name = `<@${bob.userId}>`;
      const { seq } = bench.post(ann, name);
      await bench.drained();
      room.aside.save({ consumer: bob.userId, seq, reason: 'then', at: clock.nowMs });
      others.beforeMember = () => {
        throw new TimeLimitError('member', 3_000);
      };
      expect(await replaySetAside(room, ann)).toEqual({ ok: true, replayed: 0, left: 1 });
      others.beforeMember = () => undefined;
      const later = bench.post(ann, name);
      await bench.drained();
      await alarms(bench, 3);
      const told = others.newsOf(bob.userId).flatMap(({ mentions }) => mentions.map((one) => one.seq));
      expect(told).toEqual([seq, later.seq]);
    }));

  test('that is owed anew while a newer debt is being paid is told after that one', () =>
    onRoom(async (bench) => {
      const { room, ann, bob, others, clock } = bench;
      const name = `<@${bob.userId}>`;
      const old = bench.post(ann, name);
      await bench.drained();
      let isDown = true;
      others.beforeMember = (userId) => {
        if (userId === bob.userId && isDown) throw new Error('down');
      };
      bench.post(ann, name);
      await bench.drained();
      room.aside.save({ consumer: everybody, seq: old.seq, reason: 'then', at: clock.nowMs });
      others.received.length = 0;
      const gate = new Gate();
      isDown = false;
      others.beforeMember = async (userId, { mentions }) => {
        if (userId !== bob.userId) return;
        if (mentions.some(({ seq }) => seq === old.seq)) throw new Error('not yet');
        await gate.pass();
      };
      const paid = room.memberConsumer.toldAll(5_000);
      await gate.reached();
      await replaySetAside(room, ann);
      gate.open();
      await paid;
      others.beforeMember = () => undefined;
      await alarms(bench, 5);
      const told = others.newsOf(bob.userId).flatMap(({ mentions }) => mentions.map(({ seq }) => seq));
      expect(told).toContain(old.seq);
      expect(room.store.owed()).toEqual([]);
    }));

  test('is never one that says who is here: callers wait for that, and it stays owed', () =>
    onRoom(async (bench) => {
      const { room, ann, bob, others } = bench;
      others.beforeMember = (userId, { memberships }) => {
        if (userId === bob.userId && memberships.length > 0) throw new Error('not this');
      };
      expect(await kick(room, ann, bob.userId)).toMatchObject({ error: 'service_unavailable' });
      await alarms(bench, 30);
      expect(room.aside.all()).toEqual([]);
      expect(await kick(room, ann, bob.userId)).toMatchObject({ error: 'service_unavailable' });
      others.beforeMember = () => undefined;
      expectOk(await kick(room, ann, bob.userId));
      expect(room.store.owed()).toEqual([]);
    }));
});

describe('a Member that is down', () => {
  const ways: [how: string, error: () => Error][] = [
    ['and throws', () => new Error('down')],
    ['and does not answer', () => new TimeLimitError('member', 3_000)],
    ['and is out of reach', () => Object.assign(new Error('lost'), { retryable: true })],
    ['and has too much to do', () => Object.assign(new Error('overloaded'), { overloaded: true })],
  ];
  for (const [how, error] of ways) {
    test(`${how} has nothing set aside, and gets all of it when it is back`, () =>
      onRoom(async (bench) => {
        const { room, ann, bob, others } = bench;
        let isDown = true;
        others.beforeMember = (userId) => {
          if (userId === bob.userId && isDown) throw error();
        };
        const seqs = Array.from({ length: 5 }, () => bench.post(ann, `<@${bob.userId}>`).seq);
        await bench.drained();
        await alarms(bench, 40);
        expect(room.aside.all()).toEqual([]);
        expect(room.store.owed()).toHaveLength(1);
        isDown = false;
        await alarms(bench, 2);
        const told = others.newsOf(bob.userId).flatMap(({ mentions }) => mentions.map(({ seq }) => seq));
        expect(told).toEqual(seqs);
        expect(room.store.owed()).toEqual([]);
      }));
  }

  test('or code that reads nothing any more sets a few aside, and then waits', () =>
    onRoom(async (bench) => {
      const { room, ann, storage } = bench;
      storage.sql.exec(
        `create trigger broken after insert on entries when new.kind = 'message_changed'
         begin update entries set detail = '{' where seq = new.seq; end`,
      );
      const { ts } = bench.post(ann, 'edited');
      for (let at = 0; at < 30; at += 1) bench.edit(ann, ts, `edited ${at}`);
      await alarms(bench, 3);
      expect(room.aside.all()).toHaveLength(20);
      expect(room.memberConsumer.pump.cursor).toBe(room.head.seq - 10);
      storage.sql.exec("update entries set detail = null where detail = '{'");
      await alarms(bench, 3);
      expect(room.memberConsumer.pump.cursor).toBe(room.head.seq);
    }));
});

/** Runs the alarm as often as it is wanted, up to so many times. */
async function alarms(bench: Bench, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const next = await bench.runAlarm();
    if (next === undefined) return;
    bench.clock.nowMs = next;
  }
}
