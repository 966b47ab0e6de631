import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Frame } from '../../core/support/socket.ts';
import { stubs, workspace } from '../../core/support/workspace.ts';
import type { Workspace } from '../../core/support/workspace.ts';
import { Client } from './client.ts';
import { Clock, seedIds } from './clock.ts';
import { Dice } from './dice.ts';
import type { Operation } from './history.ts';
import { Lossy } from './lossy.ts';

export interface KnownMessage {
  readonly ts: Timestamp;
  readonly user: UserId;
}
export interface KnownChannel {
  readonly id: ChannelId;
  /** As far as the run was told. */
  isPublic: boolean;
  readonly messages: KnownMessage[];
}
export type Tamper = (client: Client, frame: Frame) => Frame[];

/** A workspace of the real objects with its people, their clients, and what was done so far. */
export interface World {
  readonly dice: Dice;
  readonly clock: Clock;
  readonly lossy: Lossy;
  readonly ws: Workspace;
  readonly people: Actor[];
  readonly channels: KnownChannel[];
  readonly clients: Client[];
  readonly operations: Operation[];
  /** Posts that may be repeated under their id. */
  readonly sent: { person: Actor; channel: ChannelId; clientMessageId: string; text: string }[];
  readonly tick: () => number;
  readonly tamper: Tamper;
  addClient(person: Actor): Client;
  known(id: ChannelId): KnownChannel | undefined;
}

const shardsMost = 3;

export async function makeWorld(seed: number, tamper: Tamper): Promise<World> {
  const dice = new Dice(seed);
  const clock = new Clock();
  // Streams of their own: what runs side by side draws in no certain order.
  seedIds(new Dice(seed ^ 0x1d5));
  const lossy = new Lossy(new Dice(seed ^ 0x1055));
  let ticks = 0;
  const tick = (): number => (ticks += 1);
  const ws = await workspace({ shards: 2 + dice.below(shardsMost - 1) });
  const people = [ws.owner, await ws.person(), await ws.person()];
  if (dice.chance(50)) people.push(await ws.person());
  const [owner = ws.owner, ann = owner, bob = ann] = people;
  const open = await ws.channelWith([ann, owner]);
  const closed = await ws.channelWith([ann, bob, ...(dice.chance(50) ? [owner] : [])], true);
  const channels: KnownChannel[] = [
    { id: ws.generalId, isPublic: true, messages: [] },
    { id: open.id, isPublic: true, messages: [] },
    { id: closed.id, isPublic: false, messages: [] },
  ];
  const clients: Client[] = [];
  const world: World = {
    dice,
    clock,
    lossy,
    ws,
    people,
    channels,
    clients,
    operations: [],
    sent: [],
    tick,
    tamper,
    addClient: (person) => {
      const name = `client ${clients.length + 1} of person ${people.indexOf(person) + 1}`;
      const deps = { teamId: ws.teamId, shardCount: ws.shardCount, tick, tamper };
      const client = new Client(name, person, deps);
      clients.push(client);
      return client;
    },
    known: (id) => channels.find((channel) => channel.id === id),
  };
  for (const person of people) await world.addClient(person).connect();
  return world;
}

type Stub = ReturnType<typeof stubs.channel>;

export const channelStubs = ({ channels }: World): Stub[] => channels.map(({ id }) => stubs.channel(id));
export const memberStubs = ({ people }: World): Stub[] => people.map((person) => stubs.member(person));
export const gatewayStubs = ({ ws }: World): Stub[] =>
  Array.from({ length: ws.shardCount }, (_, shard) => stubs.gateway(ws.teamId, shard));

/** Its memory goes; its sockets stay. */
export const evict = (stub: Stub): Promise<void> => evictDurableObject(stub).catch(() => undefined);

/** It dies under whatever it does; its sockets break. */
export const kill = (stub: Stub): Promise<void> =>
  runInDurableObject(stub, (_, state: DurableObjectState) => {
    state.abort('killed by the run');
  }).catch(() => undefined);

/**
 * An alarm that died with its object comes again, as the platform has it: `runDurableObjectAlarm` takes it away before
 * it runs it.
 */
export async function runAlarm(stub: Stub): Promise<void> {
  try {
    await runDurableObjectAlarm(stub);
  } catch {
    for (let tries = 0; tries < alarmTriesMax; tries += 1) {
      try {
        await runInDurableObject(stub, (object: DurableObject) => object.alarm?.());
        return;
      } catch {
        await scheduler.wait(1);
      }
    }
  }
}
const alarmTriesMax = 6;
