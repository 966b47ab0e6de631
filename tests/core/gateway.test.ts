import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { closeCodes, heartbeat } from '../../protocol/frames.ts';
import { frameBytesMax } from '../../protocol/limits.ts';
import { intercept, until } from './support/faults.ts';
import { writeUpTo } from './support/room.ts';
import { silentDirectOf, silentSocketOf, socketOf } from './support/socket.ts';
import { expectOk, stubs, workspace } from './support/workspace.ts';

describe('a frame of a client', () => {
  test('that is bad is answered by an error, and the socket stays', async () => {
    const ws = await workspace();
    const socket = await socketOf(ws, ws.owner);
    await socket.hellos();
    const bad: [error: string, data: string | ArrayBuffer][] = [
      ['not_json', 'no json'],
      ['not_json', new ArrayBuffer(8)],
      ['too_large', JSON.stringify({ type: 'ping', id: 'x'.repeat(frameBytesMax) })],
      ['unknown_type', JSON.stringify({ type: 'sing' })],
      ['unknown_type', '[]'],
      ['invalid_frame', JSON.stringify({ type: 'message', channel: 'nowhere', text: 'x' })],
      ['invalid_frame', JSON.stringify({ type: 'mark', channel: ws.generalId, ts: 'soon' })],
    ];
    for (const [error, data] of bad) {
      socket.sendRaw(data);
      expect(await socket.next(({ type }) => type === 'error')).toMatchObject({ error });
    }
    socket.send({ type: 'ping', id: 9 });
    expect(await socket.next(({ type }) => type === 'pong')).toEqual({ type: 'pong', id: 9 });
  });

  test('posts, and the sender hears the event too; a repeat is acked with the first one', async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const channel = await ws.channelWith([ws.owner, bob]);
    const [socket, other] = [await socketOf(ws, ws.owner), await socketOf(ws, bob)];
    await Promise.all([socket.hellos(), other.hellos()]);
    const frame = { type: 'message', id: 'a', channel: channel.id, text: 'by socket', client_msg_id: 'once' };
    socket.send(frame);
    const ack = await socket.next(({ type }) => type === 'ack');
    socket.send({ ...frame, id: 'b' });
    expect(await socket.next(({ type }) => type === 'ack')).toEqual({ ...ack, id: 'b' });
    const seq = 'seq' in ack ? (ack.seq ?? 0) : 0;
    expect(await other.event(channel.id, seq)).toMatchObject({ text: 'by socket' });
    expect(socket.eventsOf(channel.id).map((event) => event.seq)).toEqual([seq]);
  });

  test('for a channel that its person is not in, or that never was, wakes no channel', async () => {
    const ws = await workspace();
    const eve = await ws.person();
    const secret = await ws.channelWith([ws.owner], true);
    const { message } = await secret.post(ws.owner, 'secret');
    const socket = await socketOf(ws, eve);
    await socket.hellos();
    const woken: string[] = [];
    for (const verb of Object.getOwnPropertyNames(Channel.prototype)) {
      if (verb === 'constructor' || verb === 'alarm') continue;
      intercept(Channel, verb as keyof Channel, async ({ name, proceed }) => {
        if (name === secret.id || name === 'C0NEVERMINTE') woken.push(`${verb} of ${name}`);
        return proceed();
      });
    }
    for (const frame of [
      { type: 'message', text: 'hello?' },
      { type: 'typing' },
      { type: 'mark', ts: message.ts },
      { type: 'follow', thread_ts: message.ts },
      { type: 'unfollow', thread_ts: message.ts },
      { type: 'subscribe' },
    ]) {
      const answers = [];
      for (const channel of [secret.id, 'C0NEVERMINTE']) {
        const place = frame.type === 'subscribe' ? { channels: [channel] } : { channel };
        socket.send({ ...frame, ...place, id: answers.length });
        answers.push(await socket.next((one) => 'id' in one && one.id === answers.length));
      }
      const [hidden, never] = answers;
      expect({ ...hidden, id: 1 }).toEqual(never);
      const refused = { type: 'error', error: 'channel_not_found' };
      expect(hidden).toMatchObject(frame.type === 'subscribe' ? { channels: {} } : refused);
    }
    // And one who follows from outside asks the Directory first, whatever is resumed.
    socket.hello({ [secret.id]: 0, C0NEVERMINTE: 0 });
    await socket.resumed();
    expect(woken).toEqual([]);
  });

  test.each([
    ['a gateway', Gateway],
    ['a channel', Channel],
  ] as const)('the heartbeat is answered as it is written, and wakes not %s', async (_, object) => {
    const ws = await workspace();
    const socket =
      object === Gateway
        ? await silentSocketOf(ws, ws.owner)
        : await silentDirectOf(ws, ws.owner, ws.generalId);
    socket.hello();
    await socket.hellos();
    let heard = 0;
    intercept<Gateway | Channel>(object, 'webSocketMessage', async ({ proceed }) => {
      heard += 1;
      await proceed();
    });
    socket.sendRaw(heartbeat.ping);
    expect(await socket.next(({ type }) => type === 'pong')).toEqual(JSON.parse(heartbeat.pong));
    expect(heard).toBe(0);
    socket.sendRaw('{ "type": "ping" }');
    expect(await socket.next(({ type }) => type === 'pong')).toEqual(JSON.parse(heartbeat.pong));
    expect(heard).toBe(1);
  });
});

describe('a slow reader', () => {
  test('is closed above 2 MiB of live traffic that it did not report, and resumes', async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const channel = await ws.channelWith([ws.owner, bob]);
    const [slow, other] = [await socketOf(ws, bob), await socketOf(ws, bob)];
    slow.isSlow = true;
    await Promise.all([slow.hellos(), other.hellos()]);
    const text = 'x'.repeat(39_000);
    let last = 0;
    for (let at = 0; at < 60; at += 1) last = (await channel.post(ws.owner, text)).seq;
    expect((await slow.closed).code).toBe(closeCodes.slow);
    await other.event(channel.id, last);
    const cursor = slow.seqsOf(channel.id).at(-1) ?? 0;
    expect(cursor).toBeLessThan(last);
    const again = await socketOf(ws, bob, { cursors: { [channel.id]: cursor } });
    expect((await again.resumed()).channels[channel.id]).toEqual({ head: last });
    expect(again.seqsOf(channel.id)).toEqual(
      Array.from({ length: last - cursor }, (_, index) => cursor + 1 + index),
    );
  });

  test('of a long resume is waited for: nothing more is sent until it reports', async () => {
    const ws = await workspace();
    const channel = await ws.channelWith([ws.owner]);
    const start = (await channel.post(ws.owner, 'seen')).seq;
    await writeUpTo(start + 3_000, channel, ws.owner);
    await until(() =>
      runInDurableObject(
        stubs.gateway(ws.teamId),
        (_, { storage }: DurableObjectState) =>
          storage.sql
            .exec('select 1 from heads where log = ? and head = ?', channel.id, start + 3_000)
            .toArray().length === 1,
      ),
    );
    const socket = await socketOf(ws, ws.owner);
    socket.isSlow = true;
    await socket.hellos();
    socket.hello({ [channel.id]: start });
    // It is past the pause when this many came; a reader that reports nothing gets a part.
    await socket.next((frame) => 'seq' in frame && frame.seq === start + 1_000);
    socket.send({ type: 'ping', id: 'behind' });
    await socket.next((frame) => frame.type === 'pong' && frame.id === 'behind');
    const part = socket.seqsOf(channel.id).length;
    expect(part).toBeLessThan(3_000);
    socket.isSlow = false;
    for (let frames = 1; socket.frames.every(({ type }) => type !== 'resumed'); frames += 1) {
      socket.send({ type: 'position', frames: 1_000_000 + frames });
      socket.send({ type: 'ping', id: frames });
      await socket.next((frame) => frame.type === 'pong' && frame.id === frames);
    }
    expect(socket.seqsOf(channel.id)).toEqual(Array.from({ length: 3_000 }, (_, at) => start + 1 + at));
  });
});

describe('following without joining', () => {
  test('gives the events of a public channel from the head that was answered, until it is let go', async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, eve] = [await ws.person('member', 0), await ws.person('member', 1)];
    const channel = await ws.channelWith([ann]);
    const first = await channel.post(ann, 'before');
    const socket = await socketOf(ws, eve);
    await socket.hellos();
    socket.send({ type: 'subscribe', id: 1, channels: [channel.id] });
    expect(await socket.next(({ type }) => type === 'subscribed')).toMatchObject({
      channels: { [channel.id]: { head: first.seq } },
    });
    const second = await channel.post(ann, 'followed');
    await socket.event(channel.id, second.seq);
    await evictDurableObject(stubs.gateway(ws.teamId, 1));
    await evictDurableObject(stubs.channel(channel.id));
    const third = await channel.post(ann, 'followed after a death of both');
    await socket.event(channel.id, third.seq);
    expect(socket.seqsOf(channel.id)).toEqual([second.seq, third.seq]);
    socket.send({ type: 'unsubscribe', id: 2, channels: [channel.id] });
    await socket.next((frame) => frame.type === 'ack' && frame.id === 2);
    await channel.post(ann, 'not followed');
    // The general channel is heard on by the same gateway.
    expectOk(await channel.object.join(eve));
    const { seq } = await channel.post(ann, 'as a member');
    await socket.event(channel.id, seq);
    expect(socket.seqsOf(channel.id).slice(2)).toEqual([seq - 2, seq - 1, seq]);
  });

  test('is granted for what one may see alone', async () => {
    const ws = await workspace();
    const [ann, eve, guest] = [await ws.person(), await ws.person(), await ws.person('guest')];
    const [open, secret] = [await ws.channelWith([ann]), await ws.channelWith([ann], true)];
    for (const [actor, granted] of [
      [eve, [open.id]],
      [guest, []],
    ] as const) {
      const socket = await socketOf(ws, actor);
      await socket.hellos();
      socket.send({ type: 'subscribe', id: 1, channels: [open.id, secret.id, 'C0NEVERMINTE'] });
      const answer = await socket.next(({ type }) => type === 'subscribed');
      expect('channels' in answer && Object.keys(answer.channels)).toEqual(granted);
    }
  });

  test('ends with its lease where the gateway is gone', async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, eve] = [await ws.person('member', 0), await ws.person('member', 1)];
    const channel = await ws.channelWith([ann]);
    expectOk(await channel.object.follow(eve, 1));
    const shards = () =>
      runInDurableObject(stubs.channel(channel.id), (_, { storage }: DurableObjectState) =>
        storage.sql
          .exec<{ shard: number }>('select shard from gateways order by shard')
          .toArray()
          .map((row) => row.shard),
      );
    expect(await shards()).toEqual([0, 1]);
    await runInDurableObject(stubs.channel(channel.id), (_, { storage }: DurableObjectState) => {
      storage.sql.exec('update leases set until = 1');
    });
    await evictDurableObject(stubs.channel(channel.id));
    await channel.post(ann, 'wakes it');
    await runDurableObjectAlarm(stubs.channel(channel.id));
    expect(await shards()).toEqual([0]);
  });
});
