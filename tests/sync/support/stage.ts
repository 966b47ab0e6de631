import { runInDurableObject } from 'cloudflare:test';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { until } from '../../core/support/faults.ts';
import { stubs } from '../../core/support/workspace.ts';
import type { Frame } from '../../core/support/socket.ts';
import { check } from './check.ts';
import type { Client } from './client.ts';
import { simulate } from './simulate.ts';
import { convert, describe, edit, move, pin, post, react, remove, rename } from './verbs.ts';
import { gatewayStubs } from './world.ts';
import type { World } from './world.ts';

/** A scene that has something of everything, in a channel of its own, so that whatever is broken shows in it. */
export interface Stage {
  readonly world: World;
  readonly channel: ChannelId;
  readonly ann: Actor;
  readonly bob: Actor;
  readonly eve: Actor;
  /** Bob's, whose frames a breakage changes. */
  readonly victim: Client;
  readonly clientOfEve: Client;
}

/** What a breakage does: to a frame of the scene's channel on its way to the victim, or before the words that name it. */
export interface Breakage {
  readonly frame?: (frame: ChannelFrame, stage: Stage) => Frame[];
  /** Any frame of any client, from the scene on. */
  readonly anyFrame?: (frame: Frame, client: Client, stage: Stage) => Frame[];
  /** Before the last word is said; what it answers is called after it. */
  readonly beforeLast?: () => () => void;
  readonly begin?: (stage: Stage) => void;
}
export type ChannelFrame = Frame & { readonly seq: number; readonly after?: number };

/** A file shares its storage, and a seed its ids: each scene has its own. */
let seed = 1_000_000;

/** What the checker says of the scene. */
export async function checkScene(breakage: Breakage = {}): Promise<string[]> {
  let stage: Stage | undefined;
  seed += 1;
  const history = await simulate({
    seed,
    steps: 0,
    isLossy: false,
    tamper: (client, frame) => {
      if (stage === undefined) return [frame];
      const { frame: onFrame, anyFrame } = breakage;
      if (anyFrame !== undefined) return anyFrame(frame, client, stage);
      const isIts = client === stage.victim && isOf(frame, stage.channel);
      return onFrame !== undefined && isIts ? onFrame(frame, stage) : [frame];
    },
    scene: async (world) => {
      stage = await setStage(world);
      breakage.begin?.(stage);
      await play(stage, breakage);
    },
  });
  return check(history);
}

const isOf = (frame: Frame, channel: ChannelId): frame is ChannelFrame =>
  frame.type !== 'ack' && 'seq' in frame && 'channel' in frame && frame.channel === channel;

async function setStage(world: World): Promise<Stage> {
  const [owner, ann = owner, bob = ann] = world.people;
  if (owner === undefined || ann === undefined || bob === undefined)
    throw new Error('a world without people');
  const eve = owner;
  const { id } = await world.ws.channelWith([ann, bob, eve]);
  world.channels.push({ id, isPublic: true, messages: [] });
  const client = async (person: Actor): Promise<Client> => {
    const made = world.addClient(person);
    await made.connect();
    await until(() => made.channels.has(id) && made.isIdle);
    return made;
  };
  return { world, channel: id, ann, bob, eve, victim: await client(bob), clientOfEve: await client(eve) };
}

/** Every gateway that has the channel is at its head. */
const delivered = (world: World, channel: ChannelId): Promise<void> =>
  until(async () => {
    const [head] = await numbersIn(stubs.channel(channel), 'messages', 'select max(seq) as at from messages');
    const heads = await Promise.all(
      gatewayStubs(world).map((stub) =>
        numbersIn(stub, 'heads', `select head as at from heads where log = '${channel}'`),
      ),
    );
    return heads.flat().every((one) => one === head);
  });

/** A gateway that serves nobody has no table. */
const numbersIn = (stub: ReturnType<typeof stubs.channel>, table: string, query: string): Promise<number[]> =>
  runInDurableObject(stub, (_, { storage }: DurableObjectState) => {
    const tables = storage.sql.exec('select 1 from sqlite_master where name = ?', table).toArray();
    if (tables.length === 0) return [];
    return storage.sql
      .exec<{ at: number }>(query)
      .toArray()
      .map(({ at }) => at);
  });

async function play({ world, channel, ann, bob, eve, victim }: Stage, breakage: Breakage): Promise<void> {
  const say = async (text: string, threadTs?: Timestamp): Promise<Timestamp> => {
    const command = { clientMessageId: text, text, ...(threadTs === undefined ? {} : { threadTs }) };
    const ts = await post(world, ann, channel, command);
    if (ts === undefined) throw new Error('nothing was said');
    return ts;
  };
  const one = await say('one');
  const two = await say('two');
  await say('three');
  await say('two');
  await say('first reply', one);
  await say('second reply', one);
  await react(bob, channel, 'react', { ts: two, name: 'tada' });
  await edit(world, ann, channel, { ts: two, text: 'two, edited' });
  await describe(ann, channel, 'setTopic', 'a topic');
  await rename(world, ann, channel, `renamed-${channel.toLowerCase()}`);
  await pin(ann, channel, 'pin', one);
  await pin(ann, channel, 'pin', two);
  await pin(bob, channel, 'unpin', two);
  await post(world, bob, channel, { clientMessageId: 'own', text: 'own words' });
  const named = await say(`to <@${bob.userId}>`);
  await remove(world, ann, channel, named);
  await say('after the deletion');
  await say(`again to <@${bob.userId}>`);
  await move(world, 'kick', ann, channel, eve);
  await say('after the removal');
  const known = world.known(channel);
  if (known !== undefined) await convert(world.ws.owner, known, 'private');
  await say('in private');
  await delivered(world, channel);
  await victim.settled();
  const after = breakage.beforeLast?.();
  await say('last');
  await delivered(world, channel);
  await victim.settled();
  after?.();
}
