import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { Directory } from '../../durable-objects/directory/directory.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import type { SessionState } from '../../durable-objects/gateway/session-state.ts';
import { Member } from '../../durable-objects/member/member.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { Gate, intercept, until } from './support/faults.ts';
import { silentDirectOf, silentSocketOf, socketOf } from './support/socket.ts';
import type { Socket } from './support/socket.ts';
import { objects, stubs, workspace } from './support/workspace.ts';
import type { TestChannel, Workspace } from './support/workspace.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const codesOf = ({ frames }: Socket): Set<string> =>
  new Set(frames.flatMap((frame) => (frame.type === 'error' ? [frame.error] : [])));

type Open = (ws: Workspace, actor: Actor, channel: TestChannel) => Promise<Socket>;
const ways: [name: string, open: Open][] = [
  ['a gateway', (ws, actor) => silentSocketOf(ws, actor)],
  ['a channel', (ws, actor, { id }) => silentDirectOf(ws, actor, id)],
];

describe.each(ways)('a client of %s', (_, open) => {
  async function scene(): Promise<{ ws: Workspace; channel: TestChannel; socket: Socket }> {
    const ws = await workspace();
    const channel = await ws.channelWith([ws.owner]);
    return { ws, channel, socket: await open(ws, ws.owner, channel) };
  }

  test('that sends too much is told so, and its socket goes on', async () => {
    const { channel, socket } = await scene();
    socket.hello();
    await socket.hellos();
    for (let at = 0; at < 400; at += 1)
      socket.send({ type: 'mark', channel: 'C0NEVERMINTE', ts: '1700000000.000001' });
    await socket.next((frame) => frame.type === 'error' && frame.error === 'ratelimited');
    // What keeps the socket going has a bucket of its own.
    socket.send({ type: 'ping', id: 'still' });
    await socket.next((frame) => frame.type === 'pong' && frame.id === 'still');
    await until(async () => {
      socket.send({ type: 'typing', id: 'again', channel: channel.id });
      const answer = await socket.next((frame) => 'id' in frame && frame.id === 'again');
      return answer.type === 'ack';
    });
  });

  const working = [{ type: 'mark', channel: 'C0NEVERMINTE', ts: '1700000000.000001' }];
  const upkeep = [
    { type: 'ping', id: 1 },
    { type: 'position', frames: 1 },
    { type: 'hello', version: 1, cursors: { C0NEVERMINTE: 1 } },
  ];
  test.each([
    ['what is to be done', working],
    ['what keeps a socket going', upkeep],
  ])('that floods with %s is closed, and nothing more of it is obeyed', async (__, frames) => {
    const { ws, channel, socket } = await scene();
    socket.hello();
    await socket.hellos();
    const before = await channel.post(ws.owner, 'before');
    for (let at = 0; at < 1_000; at += 1) socket.send(frames[at % frames.length] ?? {});
    socket.send({ type: 'message', channel: channel.id, text: 'behind a flood' });
    expect(await socket.closed).toMatchObject({ code: closeCodes.flood });
    expect(codesOf(socket)).toContain('ratelimited');
    expect((await channel.post(ws.owner, 'after')).seq).toBe(before.seq + 1);
  });

  test('that floods before its hello is closed', async () => {
    const { channel, socket } = await scene();
    for (let at = 0; at < 600; at += 1) socket.send({ type: 'typing', channel: channel.id });
    expect(await socket.closed).toMatchObject({ code: closeCodes.flood });
    expect(codesOf(socket)).toEqual(new Set(['hello_first']));
  });

  test('that reports nothing in half a minute is closed: a long resume waited for it', async () => {
    const { ws, channel, socket } = await scene();
    const { seq } = await channel.post(ws.owner, 'seen');
    let last = seq;
    for (let at = 0; at < 40; at += 1) last = (await channel.post(ws.owner, 'x'.repeat(39_000))).seq;
    socket.isSlow = true;
    socket.hello();
    await socket.hellos();
    // That wait alone is cut short: a clock in the test's hand would fire the timers of other objects too.
    const { setTimeout } = globalThis;
    vi.stubGlobal('setTimeout', (act: () => void, ms: number) => setTimeout(act, ms === 30_000 ? 50 : ms));
    socket.hello({ [channel.id]: seq });
    expect(await socket.closed).toMatchObject({ code: closeCodes.slow });
    expect(socket.seqsOf(channel.id).at(-1)).toBeLessThan(last);
  });
});

test('one socket more than a person may have ends the one that was quiet for longest, and nobody else’s', async () => {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  const others = await socketOf(ws, bob);
  const sockets: Socket[] = [];
  for (let at = 0; at < 50; at += 1) {
    sockets.push(await silentSocketOf(ws, ann));
    // Each has a time of its own.
    await scheduler.wait(2);
  }
  const [first, second] = sockets;
  // It is heard of, so it is not the quiet one.
  first?.sendRaw('{"type":"ping"}');
  await first?.next(({ type }) => type === 'pong');
  const newest = await socketOf(ws, ann);
  expect(await second?.closed).toMatchObject({ code: closeCodes.crowded });
  await newest.hellos();
  await others.hellos();
  for (const socket of [first, sockets[2]]) {
    socket?.hello();
    await socket?.hellos();
  }
});

describe('following without joining', () => {
  test('has a limit for each socket, and the frame that goes beyond it says so', async () => {
    const ws = await workspace();
    const [ann, eve] = [await ws.person(), await ws.person()];
    const open = await ws.channelWith([ann]);
    const socket = await socketOf(ws, eve);
    await socket.hellos();
    await runInDurableObject(stubs.gateway(ws.teamId), (_, state: DurableObjectState) => {
      const many = Array.from({ length: 500 }, () => mintId('C'));
      for (const one of state.getWebSockets()) {
        const attachment = one.deserializeAttachment() as SessionState;
        one.serializeAttachment({ ...attachment, follows: many });
      }
    });
    await evictDurableObject(stubs.gateway(ws.teamId));
    socket.send({ type: 'subscribe', id: 1, channels: [open.id] });
    expect(await socket.next((frame) => 'id' in frame && frame.id === 1)).toMatchObject({
      error: 'too_many_channels',
    });
    // Its own channels count for nothing.
    socket.send({ type: 'subscribe', id: 2, channels: [ws.generalId] });
    expect(await socket.next((frame) => 'id' in frame && frame.id === 2)).toMatchObject({
      type: 'subscribed',
    });
  });

  test('is not begun for a socket that closed while it was asked about', async () => {
    const ws = await workspace();
    const [ann, eve] = [await ws.person(), await ws.person()];
    const open = await ws.channelWith([ann]);
    const gate = new Gate();
    intercept(Directory, 'visibleChannel', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    let [closes, follows] = [0, 0];
    intercept(Gateway, 'webSocketClose', async ({ proceed }) => {
      await proceed();
      closes += 1;
    });
    intercept(Channel, 'follow', async ({ proceed }) => {
      follows += 1;
      return proceed();
    });
    const socket = await socketOf(ws, eve);
    await socket.hellos();
    socket.send({ type: 'subscribe', id: 1, channels: [open.id] });
    await gate.reached();
    socket.close();
    await until(() => closes === 1);
    gate.open();
    // Another one’s, which comes after it, is granted.
    const other = await socketOf(ws, eve);
    await other.hellos();
    other.send({ type: 'subscribe', id: 2, channels: [open.id] });
    await other.next(({ type }) => type === 'subscribed');
    expect(follows).toBe(1);
  });

  test('ends its lease where the socket closed while the channel was asked', async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, eve] = [await ws.person('member', 0), await ws.person('member', 1)];
    const open = await ws.channelWith([ann]);
    const gate = new Gate();
    intercept(Channel, 'follow', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    let [closes, unfollows] = [0, 0];
    intercept(Gateway, 'webSocketClose', async ({ proceed }) => {
      await proceed();
      closes += 1;
    });
    intercept(Channel, 'unfollow', async ({ proceed }) => {
      await proceed();
      unfollows += 1;
    });
    const socket = await socketOf(ws, eve);
    await socket.hellos();
    socket.send({ type: 'subscribe', id: 1, channels: [open.id] });
    await gate.reached();
    socket.close();
    await until(() => closes === 1 && unfollows === 1);
    gate.open();
    await until(() => unfollows === 2);
    const leases = await runInDurableObject(stubs.channel(open.id), (_, { storage }: DurableObjectState) =>
      storage.sql.exec('select shard from leases').toArray(),
    );
    expect(leases).toEqual([]);
  });
});

describe('a socket that was ended', () => {
  test('by what its person lost while marks were asked for is obeyed no more', async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const channel = await ws.channelWith([ws.owner, bob]);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    // The gateway is not told of the revocation, and finds it when it asks for the marks that it missed.
    intercept(Gateway, 'revoke', async () => undefined);
    const member = objects.member(ws.teamId, bob.userId);
    await member.revokeCredential(socket.credentialId);
    const gate = new Gate();
    let heard = 0;
    intercept(Gateway, 'webSocketMessage', async ({ proceed }) => {
      await gate.pass();
      await proceed();
      heard += 1;
    });
    const before = await channel.post(ws.owner, 'before');
    socket.send({ type: 'message', channel: channel.id, text: 'in flight' });
    await gate.reached();
    await objects.gateway(ws.teamId, 0).push({
      teamId: ws.teamId,
      userId: bob.userId,
      version: 1_000,
      event: { type: 'preferences_changed', preferences: {}, version: 1_000 },
    });
    expect(await socket.closed).toMatchObject({ code: closeCodes.revoked });
    gate.open();
    await until(() => heard === 1);
    expect((await channel.post(ws.owner, 'after')).seq).toBe(before.seq + 1);
  });

  test.each([
    ['mark', 'positionAt'],
    ['follow', 'threadPosition'],
    ['unfollow', 'threadPosition'],
  ] as const)('while the channel was asked for the place of a %s keeps none', async (type, verb) => {
    const ws = await workspace();
    const bob = await ws.person();
    const channel = await ws.channelWith([ws.owner, bob]);
    const { ts } = (await channel.post(ws.owner, 'words')).message;
    await channel.post(ws.owner, 'a reply', { threadTs: ts });
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    const gate = new Gate();
    let kept = 0;
    let isHeard = false;
    intercept(Channel, verb, async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    intercept(Gateway, 'webSocketMessage', async ({ proceed }) => {
      await proceed();
      isHeard = true;
    });
    for (const word of ['mark', 'followThread', 'unfollowThread'] as const) {
      intercept(Member, word, async ({ proceed }) => {
        kept += 1;
        return proceed();
      });
    }
    socket.send({ type, id: 1, channel: channel.id, ...(type === 'mark' ? { ts } : { thread_ts: ts }) });
    await gate.reached();
    await objects.member(ws.teamId, bob.userId).revokeCredential(socket.credentialId);
    gate.open();
    await until(() => isHeard);
    expect(kept).toBe(0);
  });

  test('is not taken for open when its gateway wakes before it has closed', async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    await runInDurableObject(
      stubs.gateway(ws.teamId),
      async (gateway: Gateway, state: DurableObjectState) => {
        const sockets = state.getWebSockets();
        await gateway.revoke({ userId: bob.userId, credentialIds: [socket.credentialId] });
        expect(sockets.map((one) => one.deserializeAttachment() as unknown)).toEqual([null]);
      },
    );
  });
});
