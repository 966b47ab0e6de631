import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { afterEach, expect, test, vi } from 'vitest';
import { closeCodes } from '../../protocol/frames.ts';
import { frameBytesMax } from '../../protocol/limits.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { scopes as allScopes } from '../../protocol/scopes.ts';
import { silentDirectOf } from './support/socket.ts';
import type { Socket } from './support/socket.ts';
import { expectOk, stubs, workspace } from './support/workspace.ts';
import type { TestChannel, Workspace } from './support/workspace.ts';

afterEach(() => {
  vi.useRealTimers();
});

interface Scene {
  readonly ws: Workspace;
  readonly ann: Actor;
  readonly channel: TestChannel;
}
async function scene(): Promise<Scene> {
  const ws = await workspace();
  const ann = await ws.person();
  return { ws, ann, channel: await ws.channelWith([ann]) };
}

async function directOf({ ws, ann, channel }: Scene, cursor?: number): Promise<Socket> {
  const socket = await silentDirectOf(ws, ann, channel.id);
  socket.hello(cursor === undefined ? {} : { [channel.id]: cursor });
  await socket.hellos();
  return socket;
}

test('a cursor gets what it missed, on a new socket and again on the same one, and live frames follow', async () => {
  const here = await scene();
  const { ann, channel } = here;
  const seqs = [];
  for (let at = 0; at < 12; at += 1) seqs.push((await channel.post(ann, `number ${at}`)).seq);
  const [first = 0] = seqs;
  const socket = await directOf(here, first);
  expect((await socket.resumed()).channels).toEqual({ [channel.id]: { head: seqs.at(-1) } });
  const live = await channel.post(ann, 'live');
  await socket.event(channel.id, live.seq);
  expect(socket.seqsOf(channel.id)).toEqual([...seqs.slice(1), live.seq]);
  socket.hello({ [channel.id]: live.seq - 1 });
  expect((await socket.resumed()).channels).toEqual({ [channel.id]: { head: live.seq } });
  expect(socket.seqsOf(channel.id).slice(-2)).toEqual([live.seq, live.seq]);
});

test('a cursor above the head is a reset, and other logs are not of this socket', async () => {
  const here = await scene();
  const { ws, channel } = here;
  const socket = await directOf(here);
  socket.hello({ [channel.id]: 1_000, [ws.generalId]: 0 });
  expect((await socket.resumed()).channels).toEqual({ [channel.id]: { reset: true } });
  expect(socket.eventsOf(ws.generalId)).toEqual([]);
});

test('a frame says behind what it comes where the socket may not see the entries between', async () => {
  const { ws, ann, channel } = await scene();
  const { seq, message } = await channel.post(ann, 'words');
  const scopes = allScopes.filter((scope) => scope !== 'reactions:read');
  const socket = await silentDirectOf(ws, ann, channel.id, { scopes });
  socket.hello();
  await socket.hellos();
  expectOk(await channel.object.react(ann, { ts: message.ts, name: 'tada' }));
  const next = await channel.post(ann, 'next');
  expect(await socket.event(channel.id, next.seq)).toMatchObject({ after: seq });
  expect(next.seq).toBe(seq + 2);
});

test('a repeated message is acked with the first one', async () => {
  const here = await scene();
  const { channel } = here;
  const socket = await directOf(here);
  const frame = { type: 'message', id: 'a', channel: channel.id, text: 'once', client_msg_id: 'key' };
  socket.send(frame);
  const ack = await socket.next(({ type }) => type === 'ack');
  socket.send({ ...frame, id: 'b' });
  expect(await socket.next(({ type }) => type === 'ack')).toEqual({ ...ack, id: 'b' });
  expect(socket.eventsOf(channel.id)).toHaveLength(1);
});

test('a bad frame is answered by an error, and the socket stays', async () => {
  const here = await scene();
  const { ws, channel } = here;
  const socket = await directOf(here);
  const bad: [error: string, data: string | ArrayBuffer][] = [
    ['not_json', 'no json'],
    ['not_json', new ArrayBuffer(8)],
    ['too_large', JSON.stringify({ type: 'ping', id: 'x'.repeat(frameBytesMax) })],
    ['unknown_type', JSON.stringify({ type: 'sing' })],
    ['unknown_type', JSON.stringify({ type: 'subscribe', channels: [] })],
    ['unknown_type', JSON.stringify({ type: 'unsubscribe', channels: [] })],
    ['invalid_frame', JSON.stringify({ type: 'mark', channel: channel.id, ts: 'soon' })],
    ['channel_not_found', JSON.stringify({ type: 'message', channel: ws.generalId, text: 'elsewhere' })],
  ];
  for (const [error, data] of bad) {
    socket.sendRaw(data);
    expect(await socket.next(({ type }) => type === 'error')).toMatchObject({ error });
  }
  socket.send({ type: 'ping', id: 9 });
  expect(await socket.next(({ type }) => type === 'pong')).toEqual({ type: 'pong', id: 9 });
});

test('a socket that says no hello in ten seconds is closed', async () => {
  const { ws, ann, channel } = await scene();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const socket = await silentDirectOf(ws, ann, channel.id);
  await runInDurableObject(stubs.channel(channel.id), () => {
    vi.advanceTimersByTime(10_000);
  });
  vi.useRealTimers();
  expect((await socket.closed).code).toBe(closeCodes.noHello);
});

test('a hello of a version that is too old closes the socket', async () => {
  const { ws, ann, channel } = await scene();
  const socket = await silentDirectOf(ws, ann, channel.id);
  socket.hello({}, 0);
  expect((await socket.closed).code).toBe(closeCodes.versionTooOld);
  expect(socket.frames).toEqual([]);
});

test('a channel that died while a socket was resuming asks it to resume', async () => {
  const here = await scene();
  const { ann, channel } = here;
  const socket = await directOf(here);
  const { seq } = await channel.post(ann, 'words');
  await socket.event(channel.id, seq);
  await runInDurableObject(stubs.channel(channel.id), (_, state: DurableObjectState) => {
    for (const one of state.getWebSockets())
      one.serializeAttachment({ ...(one.deserializeAttachment() as object), isResuming: true });
  });
  await evictDurableObject(stubs.channel(channel.id));
  socket.send({ type: 'ping', id: 'wakes it' });
  expect(await socket.next(({ type }) => type === 'resume')).toMatchObject({ channels: [channel.id] });
  socket.hello({ [channel.id]: seq - 1 });
  expect((await socket.resumed()).channels).toEqual({ [channel.id]: { head: seq } });
});
