import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { convert } from '../../durable-objects/channel/convert.ts';
import { join } from '../../durable-objects/channel/membership.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { unpack } from '../../protocol/objects/packed.ts';
import { Gate, intercept, until } from './support/faults.ts';
import { actorOn, onRoom } from './support/room.ts';
import { silentDirectOf, socketOf } from './support/socket.ts';
import type { Socket } from './support/socket.ts';
import { expectOk, objects, stubs, workspace } from './support/workspace.ts';
import type { TestChannel, Workspace } from './support/workspace.ts';

interface Scene {
  readonly ws: Workspace;
  /** In the channel, each on a shard of its own. */
  readonly ann: Actor;
  readonly bob: Actor;
  /** Not in it, on bob's shard. */
  readonly eve: Actor;
  readonly channel: TestChannel;
}

async function scene(isPrivate = false): Promise<Scene> {
  const ws = await workspace({ shards: 3 });
  const ann = await ws.person('admin', 0);
  const [bob, eve] = [await ws.person('member', 1), await ws.person('member', 1)];
  return { ws, ann, bob, eve, channel: await ws.channelWith([ann, bob], isPrivate) };
}

async function followed(ws: Workspace, actor: Actor, { id }: TestChannel): Promise<Socket> {
  const socket = await socketOf(ws, actor);
  await socket.hellos();
  socket.send({ type: 'subscribe', id: 1, channels: [id] });
  await socket.next(({ type }) => type === 'subscribed');
  return socket;
}

async function direct(ws: Workspace, actor: Actor, { id }: TestChannel): Promise<Socket> {
  const socket = await silentDirectOf(ws, actor, id);
  socket.hello();
  await socket.hellos();
  return socket;
}

/** Everything that was sent to it before is here. */
async function quiet(socket: Socket): Promise<void> {
  const id = `quiet ${socket.frames.length}`;
  socket.send({ type: 'ping', id });
  await socket.next((frame) => frame.type === 'pong' && frame.id === id);
}

const gatewaysOf = ({ id }: TestChannel): Promise<number[]> =>
  runInDurableObject(stubs.channel(id), (_, { storage }: DurableObjectState) =>
    storage.sql
      .exec<{ shard: number }>('select shard from gateways order by shard')
      .toArray()
      .map(({ shard }) => shard),
  );

describe('a channel that becomes private', { retry: 0 }, () => {
  test('is heard of by its people, and from that entry on by nobody else at a gateway', async () => {
    const { ws, ann, bob, eve, channel } = await scene();
    const zoe = await ws.person('member', 2);
    const [own, outside, alone] = [
      await followed(ws, bob, channel),
      await followed(ws, eve, channel),
      await followed(ws, zoe, channel),
    ];
    const before = await channel.post(ann, 'to everybody');
    for (const socket of [own, outside, alone]) await socket.event(channel.id, before.seq);
    await evictDurableObject(stubs.gateway(ws.teamId, 1));
    await evictDurableObject(stubs.channel(channel.id));
    expectOk(await channel.object.convert(ann, 'private'));
    expect(await own.event(channel.id, before.seq + 1)).toMatchObject({
      subtype: 'channel_convert_to_private',
      channel_type: 'group',
      user: ann.userId,
    });
    // Nobody of zoe's shard is in it: the lease and both rows are gone.
    expect(await gatewaysOf(channel)).toEqual([0, 1]);
    await evictDurableObject(stubs.gateway(ws.teamId, 1));
    await evictDurableObject(stubs.gateway(ws.teamId, 2));
    const after = await channel.post(bob, 'among us');
    await own.event(channel.id, after.seq);
    for (const socket of [outside, alone]) {
      await quiet(socket);
      expect(socket.seqsOf(channel.id)).toEqual([before.seq]);
      expect(socket.frames).toContainEqual({ type: 'resume', channels: [channel.id] });
      // As it is asked: what it had is to be forgotten.
      socket.hello({ [channel.id]: before.seq });
      expect((await socket.resumed()).channels[channel.id]).toEqual({ reset: true });
      socket.send({ type: 'subscribe', id: 9, channels: [channel.id] });
      expect(await socket.next(({ type }) => type === 'subscribed')).toMatchObject({ channels: {} });
    }
  });

  test('is heard on sockets straight to it by its people alone', async () => {
    const { ws, ann, bob, eve, channel } = await scene();
    const [own, outside] = [await direct(ws, bob, channel), await direct(ws, eve, channel)];
    const silent = await silentDirectOf(ws, eve, channel.id);
    const { seq } = await channel.post(ann, 'to everybody');
    await outside.event(channel.id, seq);
    expectOk(await channel.object.convert(ann, 'private'));
    const after = await channel.post(ann, 'among us');
    await own.event(channel.id, after.seq);
    for (const socket of [outside, silent]) {
      expect((await socket.closed).code).toBe(closeCodes.revoked);
    }
    expect(outside.seqsOf(channel.id)).toEqual([seq]);
    expect(silent.frames).toEqual([]);
    const headers = { 'x-edgewise-caller': JSON.stringify({ ...eve, credentialId: 'x', scopes: [] }) };
    expect((await objects.channel(channel.id).fetch(new Request('https://x/', { headers }))).status).toBe(
      404,
    );
  });

  test('stays so where it died right after the entry: outsiders are put out when it wakes, and a repeat answers ok', async () => {
    const { ws, ann, bob, eve, channel } = await scene();
    const [own, outside] = [await followed(ws, bob, channel), await followed(ws, eve, channel)];
    const straight = await direct(ws, eve, channel);
    const { seq } = await channel.post(ann, 'to everybody');
    for (const socket of [own, outside, straight]) await socket.event(channel.id, seq);
    let isDown = true;
    intercept(Gateway, 'deliver', async ({ proceed }) => {
      if (isDown) throw new Error('the gateways are down');
      return proceed();
    });
    const first = channel.object.convert(ann, 'private');
    expect(await first).toMatchObject({ error: 'service_unavailable' });
    await evictDurableObject(stubs.channel(channel.id));
    // The gateway does not know yet, and nothing reaches it.
    expect(await channel.object.history(eve, { inclusive: false, limit: 1 })).toMatchObject({
      error: 'channel_not_found',
    });
    expect((await straight.closed).code).toBe(closeCodes.revoked);
    isDown = false;
    await until(() => runDurableObjectAlarm(stubs.channel(channel.id)));
    expectOk(await channel.object.convert(ann, 'private'));
    expect(await channel.object.convert(ann, 'private')).toMatchObject({
      error: 'method_not_supported_for_channel_type',
    });
    await own.event(channel.id, seq + 1);
    await quiet(outside);
    expect(outside.seqsOf(channel.id)).toEqual([seq]);
    expect(straight.seqsOf(channel.id)).toEqual([seq]);
  }, 20_000);

  test('is not granted to somebody whose following was under way', async () => {
    const { ws, ann, eve, channel } = await scene();
    const gate = new Gate();
    intercept(Channel, 'follow', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    const socket = await socketOf(ws, eve);
    await socket.hellos();
    socket.send({ type: 'subscribe', id: 1, channels: [channel.id] });
    await gate.reached();
    expectOk(await channel.object.convert(ann, 'private'));
    await channel.post(ann, 'among us');
    gate.open();
    expect(await socket.next(({ type }) => type === 'subscribed')).toMatchObject({ channels: {} });
    await quiet(socket);
    expect(socket.seqsOf(channel.id)).toEqual([]);
  });

  test('leaves its name nowhere in what others read of the workspace’s log', async () => {
    const { ws, ann, eve, channel } = await scene();
    const { summary } = expectOk(await channel.object.info(ann));
    const told = async (actor: Actor) => JSON.stringify(expectOk(await ws.directory.since(actor, 0)).entries);
    expect(await told(eve)).toContain(summary.name);
    const socket = await socketOf(ws, eve);
    const { head } = await socket.hellos();
    expectOk(await channel.object.convert(ann, 'private'));
    expect(await socket.event(ws.teamId, head + 1)).toMatchObject({
      type: 'channel_hidden',
      channel: { id: channel.id },
    });
    await evictDurableObject(stubs.directory(ws.teamId));
    expect(await told(eve)).not.toContain(summary.name);
    const seen = { error: 'channel_not_found' };
    expect(await ws.directory.visibleChannel(eve, { id: channel.id })).toMatchObject(seen);
    expect(await ws.directory.visibleChannel(eve, { name: summary.name })).toMatchObject(seen);
    expect(await ws.directory.createChannel(eve, { name: summary.name, isPrivate: false })).toMatchObject({
      error: 'name_taken',
    });
    // And back.
    expectOk(await channel.object.convert(ann, 'public'));
    expect(await socket.event(ws.teamId, head + 2)).toMatchObject({
      type: 'channel_created',
      channel: { id: channel.id, name: summary.name },
    });
    expectOk(await ws.directory.visibleChannel(eve, { name: summary.name }));
  });

  test('is no user group’s default any more', async () => {
    const { ws, ann, eve, channel } = await scene();
    const { usergroup } = expectOk(
      await ws.directory.createUsergroup(ann, { name: 'Crew', channels: [ws.generalId, channel.id] }),
    );
    expectOk(await channel.object.convert(ann, 'private'));
    expect((await ws.directory.usergroup(usergroup.id))?.prefs.channels).toEqual([ws.generalId]);
    expectOk(await ws.directory.setUsergroupPeople(ann, usergroup.id, [eve.userId]));
    expect(await objects.member(ws.teamId, eve.userId).membership(channel.id)).toBeUndefined();
  });

  test('is private in the lists of its people', async () => {
    const { ws, ann, bob, channel } = await scene();
    expectOk(await channel.object.convert(ann, 'private'));
    const socket = await socketOf(ws, bob);
    const { channels } = await socket.hellos();
    expect(channels.find(({ id }) => id === channel.id)?.kind).toBe('private');
  });
});

describe('a channel that becomes public', () => {
  test('is seen and followed by every full member, with what was said before', async () => {
    const { ws, ann, eve, channel } = await scene(true);
    const guest = await ws.person('guest');
    const { seq } = await channel.post(ann, 'in private');
    const hidden = { error: 'channel_not_found' };
    expect(await channel.object.history(eve, { inclusive: false, limit: 9 })).toMatchObject(hidden);
    expectOk(await channel.object.convert(ann, 'public'));
    const page = expectOk(await channel.object.history(eve, { inclusive: false, limit: 9 }));
    expect(unpack(page.messages).map(({ text }) => text)).toContain('in private');
    const socket = await followed(ws, eve, channel);
    const after = await channel.post(ann, 'to everybody');
    await socket.event(channel.id, after.seq);
    expect(after.seq).toBe(seq + 2);
    expectOk(await channel.object.join(eve));
    expect(await channel.object.history(guest, { inclusive: false, limit: 9 })).toMatchObject(hidden);
    expect(await channel.object.join(guest)).toMatchObject(hidden);
  });
});

describe('converting', () => {
  test('is for admins and owners who see the channel, of the other kind, and not of #general', () =>
    onRoom(async (bench) => {
      const { room, ann, bob } = bench;
      const [eve, zoe] = [actorOn(ann.teamId, 1, 0, 'owner'), actorOn(ann.teamId, 1, 0, 'guest')];
      expect(await convert(room, bob, 'private')).toMatchObject({ error: 'restricted_action' });
      expect(await convert(room, zoe, 'private')).toMatchObject({ error: 'channel_not_found' });
      const wrong = { error: 'method_not_supported_for_channel_type' };
      expect(await convert(room, ann, 'public')).toMatchObject(wrong);
      expectOk(await convert(room, eve, 'private'));
      expect(await convert(room, eve, 'public')).toMatchObject({ error: 'channel_not_found' });
      expect(await join(room, bob)).toMatchObject({ ok: true, already: true });
      expect(await join(room, eve)).toMatchObject({ error: 'channel_not_found' });
      expectOk(await convert(room, ann, 'public'));
      expectOk(await join(room, eve));
    }));

  test(
    'is one row of a message and the channel’s own, and reaches the Directory also after a death',
    () =>
      onRoom(async (bench) => {
        const { ann, others } = bench;
        bench.post(ann, 'before it');
        others.beforeDirectory = () => {
          throw new Error('away');
        };
        expect(await convert(bench.room, ann, 'private')).toMatchObject({ error: 'service_unavailable' });
        bench.restart();
        expect(bench.room.summary().kind).toBe('private');
        expect(others.summaries.at(-1)?.kind).not.toBe('private');
        others.beforeDirectory = () => undefined;
        await bench.drained();
        expect(others.summaries.at(-1)?.kind).toBe('private');
        expectOk(await convert(bench.room, ann, 'private'));
        expect(bench.entries(bench.room.head.seq)).toMatchObject([
          { event: { subtype: 'channel_convert_to_private' }, summary: { kind: 'private' } },
        ]);
      }),
    20_000,
  );

  test('is not of a direct conversation', () =>
    onRoom(
      async ({ room, ann }) => {
        const wrong = { error: 'method_not_supported_for_channel_type' };
        expect(await convert(room, ann, 'private')).toMatchObject(wrong);
        expect(await convert(room, ann, 'public')).toMatchObject(wrong);
      },
      { kind: 'group' },
    ));

  test('#general stays public', async () => {
    const ws = await workspace();
    expect(await objects.channel(ws.generalId).convert(ws.owner, 'private')).toMatchObject({
      error: 'method_not_supported_for_channel_type',
    });
  });
});
