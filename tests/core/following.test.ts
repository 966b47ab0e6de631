import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { Directory } from '../../durable-objects/directory/directory.ts';
import type { SessionState } from '../../durable-objects/gateway/session-state.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import { Gate, intercept } from './support/faults.ts';
import type { Call } from './support/faults.ts';
import { socketOf } from './support/socket.ts';
import type { Socket } from './support/socket.ts';
import { expectOk, objects, stubs, workspace } from './support/workspace.ts';

const answerTo = (socket: Socket, id: number): ReturnType<Socket['next']> =>
  socket.next((frame) => 'id' in frame && frame.id === id);

test('of several channels those that can be asked about are followed, whatever becomes of the others', async () => {
  const ws = await workspace();
  const [ann, eve] = [await ws.person(), await ws.person()];
  const [down, sound] = [await ws.channelWith([ann]), await ws.channelWith([ann])];
  intercept(Directory, 'visibleChannel', async ({ args, proceed }: Call) => {
    if ((args[1] as { id?: string }).id === down.id) throw new Error('down');
    return proceed();
  });
  const socket = await socketOf(ws, eve);
  await socket.hellos();
  socket.send({ type: 'subscribe', id: 1, channels: [down.id, sound.id] });
  const answer = await answerTo(socket, 1);
  expect(answer).toMatchObject({ type: 'subscribed' });
  expect(Object.keys((answer as { channels: object }).channels)).toEqual([sound.id]);
  await socket.event(sound.id, (await sound.post(ann, 'heard')).seq);
});

test('what is followed already is granted again, also by a socket that follows all that it may', async () => {
  const ws = await workspace();
  const [ann, eve] = [await ws.person(), await ws.person()];
  const open = await ws.channelWith([ann]);
  const socket = await socketOf(ws, eve);
  await socket.hellos();
  socket.send({ type: 'subscribe', id: 1, channels: [open.id] });
  await answerTo(socket, 1);
  await runInDurableObject(stubs.gateway(ws.teamId), (_, state: DurableObjectState) => {
    const many = Array.from({ length: 499 }, () => mintId('C'));
    for (const one of state.getWebSockets()) {
      const attachment = one.deserializeAttachment() as SessionState;
      one.serializeAttachment({ ...attachment, follows: [open.id, ...many] });
    }
  });
  await evictDurableObject(stubs.gateway(ws.teamId));
  socket.send({ type: 'subscribe', id: 2, channels: [open.id] });
  expect(await answerTo(socket, 2)).toHaveProperty(`channels.${open.id}`);
});

test('one who joins while it is begun hears that and what follows, whatever becomes of the following', async () => {
  const ws = await workspace();
  const [ann, eve] = [await ws.person(), await ws.person()];
  const open = await ws.channelWith([ann]);
  const gate = new Gate();
  intercept(Channel, 'follow', async () => {
    await gate.pass();
    throw new Error('down');
  });
  const socket = await socketOf(ws, eve);
  await socket.hellos();
  socket.send({ type: 'subscribe', id: 1, channels: [open.id] });
  await gate.reached();
  expectOk(await open.object.join(eve));
  const { seq } = await open.post(ann, 'welcome');
  gate.open();
  await answerTo(socket, 1);
  const later = await open.post(ann, 'live');
  await socket.event(open.id, later.seq);
  expect(socket.seqsOf(open.id)).toEqual(expect.arrayContaining([seq - 2, seq - 1, seq, later.seq]));
});

test('one who becomes a guest while it is asked about gets no place of a public channel', async () => {
  const ws = await workspace();
  const [ann, eve] = [await ws.person(), await ws.person()];
  const open = await ws.channelWith([ann]);
  const gate = new Gate();
  intercept(Directory, 'visibleChannel', async ({ proceed }) => {
    const answer = await proceed();
    await gate.pass();
    return answer;
  });
  let follows = 0;
  intercept(Channel, 'follow', async ({ proceed }) => {
    follows += 1;
    return proceed();
  });
  const socket = await socketOf(ws, eve);
  await socket.hellos();
  socket.send({ type: 'subscribe', id: 1, channels: [open.id] });
  await gate.reached();
  await objects.gateway(ws.teamId, 0).revoke({ userId: eve.userId, role: 'guest' });
  gate.open();
  expect(await answerTo(socket, 1)).toMatchObject({ type: 'subscribed', channels: {} });
  expect(follows).toBe(0);
});
