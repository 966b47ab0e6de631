import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { join } from '../../durable-objects/channel/membership.ts';
import { intercept, until } from '../core/support/faults.ts';
import { actorOn, onRoom } from '../core/support/room.ts';
import { socketOf } from '../core/support/socket.ts';
import { expectOk, objects, stubs, workspace } from '../core/support/workspace.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe('a clock that jumps back a day', { retry: 0 }, () => {
  test('delays no gateway that failed before it, and changes no order', () =>
    onRoom(async (bench) => {
      const { ann, others, clock, room } = bench;
      let isDown = true;
      others.beforeGateway = () => {
        if (isDown) throw new Error('down');
      };
      const first = bench.post(ann, 'before');
      await bench.runAlarm();
      isDown = false;
      clock.nowMs -= dayMs;
      const second = bench.post(ann, 'after');
      await until(() => others.heads.get(0) === second.seq);
      expect(second.ts > first.ts).toBe(true);
      expect(others.applied.get(0)?.map(({ seq }) => seq)).toEqual(
        Array.from({ length: room.head.seq }, (_, at) => at + 1),
      );
    }));

  test('delays nobody who was owed something before it', () =>
    onRoom(async (bench) => {
      const { ann, others, clock } = bench;
      const eve = actorOn(ann.teamId, 1, 0, 'member');
      let isDown = true;
      others.beforeMember = (userId) => {
        if (isDown && userId === eve.userId) throw new Error('down');
      };
      expect(await join(bench.room, eve)).toMatchObject({ error: 'service_unavailable' });
      isDown = false;
      clock.nowMs -= dayMs;
      await bench.runAlarm();
      expect(others.newsOf(eve.userId)).toMatchObject([{ memberships: [{ change: 'joined' }] }]);
    }));
});

test(
  'a gateway lists its own people alone, and lets go when the last of them is gone, whoever else came',
  { retry: 0 },
  async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, bob, eve] = [
      await ws.person('member', 0),
      await ws.person('member', 1),
      await ws.person('member', 0),
    ];
    const channel = await ws.channelWith([ann, bob]);
    expectOk(await channel.object.join(eve));
    const rows = () =>
      runInDurableObject(stubs.gateway(ws.teamId, 1), (_, { storage }: DurableObjectState) =>
        storage.sql
          .exec<{ roster: string }>('select roster from rosters where log = ?', channel.id)
          .toArray()
          .map(({ roster }) => (JSON.parse(roster) as { people: unknown[] }).people),
      );
    const { seq } = await channel.post(ann, 'for all');
    const socket = await socketOf(ws, bob);
    const hello = await socket.hellos();
    const head = hello.channels.find(({ id }) => id === channel.id)?.head ?? 0;
    if (head < seq) await socket.event(channel.id, seq);
    expect(await rows()).toEqual([[[bob.userId, false]]]);
    expectOk(await channel.object.leave(bob));
    expect(await rows()).toEqual([]);
  },
);

test('who is removed while they resume is told of it, and of nothing after it', { retry: 0 }, async () => {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  const channel = await ws.channelWith([ann, bob], true);
  const { seq } = await channel.post(ann, 'missed');
  const removed = { seq: 0 };
  intercept(Channel, 'since', async ({ proceed }) => {
    const answer = await proceed();
    if (removed.seq > 0) return answer;
    expectOk(await objects.channel(channel.id).kick(ann, bob.userId));
    removed.seq = seq + 1;
    await channel.post(ann, 'not for bob');
    return answer;
  });
  const socket = await socketOf(ws, bob, { cursors: { [channel.id]: seq - 1 } });
  expect((await socket.resumed()).channels[channel.id]).toEqual({ reset: true });
  expect(socket.eventsOf(channel.id)).toMatchObject([
    { type: 'member_left_channel', user: bob.userId, seq: removed.seq },
  ]);
});

test(
  'a follower who comes back hears what they missed, also of a gateway that had let go',
  { retry: 0 },
  async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    expectOk(await channel.object.invite(ann, [await ws.person()], false));
    const follow = async (cursor?: number) => {
      const socket = await socketOf(ws, bob);
      await socket.hellos();
      socket.send({ type: 'subscribe', id: 1, channels: [channel.id] });
      await socket.next(({ type }) => type === 'subscribed');
      if (cursor !== undefined) socket.hello({ [channel.id]: cursor });
      return socket;
    };
    const before = await follow();
    const { seq } = await channel.post(ann, 'heard');
    await before.event(channel.id, seq);
    before.close();
    await before.closed;
    const missed = await channel.post(ann, 'missed');
    const after = await follow(seq);
    expect((await after.resumed()).channels[channel.id]).toEqual({ head: missed.seq });
    expect(after.seqsOf(channel.id)).toEqual([missed.seq]);
  },
);

test(
  'a lease that lapsed before its gateway renewed it: followers are asked to resume',
  { retry: 0 },
  async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    socket.send({ type: 'subscribe', id: 1, channels: [channel.id] });
    await socket.next(({ type }) => type === 'subscribed');
    const { seq } = await channel.post(ann, 'heard');
    await socket.event(channel.id, seq);
    // As after a lapse: the gateway is behind, and nothing is on its way to it.
    const gateway = stubs.gateway(ws.teamId);
    await runInDurableObject(gateway, (_, { storage }: DurableObjectState) =>
      storage.sql.exec('update heads set head = head - 1 where log = ?', channel.id).toArray(),
    );
    await evictDurableObject(gateway);
    await runInDurableObject(gateway, (object: DurableObject) => object.alarm?.());
    expect(await socket.next(({ type }) => type === 'resume')).toEqual({
      type: 'resume',
      channels: [channel.id],
    });
  },
);

test('a socket that is closing while it is sent to takes nothing from the others', { retry: 0 }, async () => {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  const channel = await ws.channelWith([ann, bob]);
  const [closing, other] = [await socketOf(ws, bob), await socketOf(ws, bob)];
  await Promise.all([closing.hellos(), other.hellos()]);
  const posts = ['one', 'two', 'three', 'four'].map((text) => channel.post(ann, text));
  closing.close();
  const seqs = (await Promise.all(posts)).map(({ seq }) => seq);
  const last = await channel.post(ann, 'last');
  await other.event(channel.id, last.seq);
  expect(other.seqsOf(channel.id)).toEqual([...seqs.toSorted((one, next) => one - next), last.seq]);
});
