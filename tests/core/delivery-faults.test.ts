import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { Channel } from '../../durable-objects/channel/channel.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { Member } from '../../durable-objects/member/member.ts';
import type { Delivery, MemberDelivery } from '../../protocol/objects/delivery.ts';
import { Gate, intercept, until } from './support/faults.ts';
import { silentDirectOf, socketOf } from './support/socket.ts';
import type { Socket } from './support/socket.ts';
import { stubs, workspace } from './support/workspace.ts';

test('a late close of an old socket does not hurt its successor, asleep or awake', async () => {
  const ws = await workspace();
  const [ann, bob, eve] = [await ws.person(), await ws.person(), await ws.person()];
  const channel = await ws.channelWith([ann, bob]);
  const open = async (): Promise<Socket[]> => {
    const [member, follower] = [await socketOf(ws, bob), await socketOf(ws, eve)];
    const straight = await silentDirectOf(ws, bob, channel.id);
    straight.hello({});
    await Promise.all([member, follower, straight].map((socket) => socket.hellos()));
    follower.send({ type: 'subscribe', id: 1, channels: [channel.id] });
    await follower.next(({ type }) => type === 'subscribed');
    return [member, follower, straight];
  };
  const [first, second, successors] = [await open(), await open(), await open()];
  const closeAndHear = async (old: readonly Socket[]): Promise<void> => {
    for (const socket of old) {
      socket.close();
      await socket.closed;
    }
    const { seq } = await channel.post(ann, 'to the successors');
    for (const socket of successors) await socket.event(channel.id, seq);
  };
  await closeAndHear(first);
  await evictDurableObject(stubs.gateway(ws.teamId));
  await evictDurableObject(stubs.channel(channel.id));
  await closeAndHear(second);
  for (const socket of successors) expect(socket.seqsOf(channel.id)).toHaveLength(2);
});

test('an alarm that runs twice side by side delivers each entry once', async () => {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  const channel = await ws.channelWith([ann, bob]);
  const socket = await socketOf(ws, bob);
  const { channels } = await socket.hellos();
  const start = channels.find(({ id }) => id === channel.id)?.head ?? 0;
  let isAway = true;
  const toGateway: number[] = [];
  const toMember: number[] = [];
  intercept(Gateway, 'deliver', async ({ proceed, args }) => {
    if (isAway) throw new Error('away');
    const [{ logId, entries }] = args as [Delivery];
    if (logId === channel.id) toGateway.push(...entries.map(({ seq }) => seq));
    return proceed();
  });
  const gate = new Gate();
  intercept(Member, 'receive', async ({ proceed, args, name }) => {
    await gate.pass();
    const [{ channelId, mentions }] = args as [MemberDelivery];
    const isHere = channelId === channel.id && name.endsWith(bob.userId);
    if (isHere) toMember.push(...mentions.map(({ seq }) => seq));
    return proceed();
  });
  for (let at = 0; at < 3; at += 1) await channel.post(ann, `<@${bob.userId}> ${at}`);
  await gate.reached();
  isAway = false;
  await runInDurableObject(stubs.channel(channel.id), async (instance: Channel) => {
    const alarms = [instance.alarm(), instance.alarm()];
    gate.open();
    await Promise.all(alarms);
  });
  const seqs = [start + 1, start + 2, start + 3];
  await socket.event(channel.id, start + 3);
  await until(() => toMember.length >= seqs.length);
  expect([toGateway, toMember, socket.seqsOf(channel.id)]).toEqual([seqs, seqs, seqs]);
});

test('a stub that broke with its object is spent: the next try takes a new one, and delivers', async () => {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  const channel = await ws.channelWith([ann, bob]);
  const socket = await socketOf(ws, bob);
  const { channels } = await socket.hellos();
  const cursor = channels.find(({ id }) => id === channel.id)?.head ?? 0;
  const gate = new Gate();
  let calls = 0;
  intercept(Gateway, 'deliver', async ({ proceed, args }) => {
    const [{ logId }] = args as [Delivery];
    if (logId !== channel.id) return proceed();
    calls += 1;
    if (calls === 1) await gate.pass();
    return proceed();
  });
  const { seq } = await channel.post(ann, 'under way');
  await gate.reached();
  await runInDurableObject(stubs.gateway(ws.teamId), (_, state: DurableObjectState) => {
    state.abort('killed by the test');
  }).catch(() => undefined);
  await until(() => calls > 1);

  const again = await socketOf(ws, bob, { cursors: { [channel.id]: cursor } });
  await again.resumed();
  const last = await channel.post(ann, 'live');
  await again.event(channel.id, last.seq);
  expect(again.seqsOf(channel.id)).toEqual([seq, last.seq]);
});
