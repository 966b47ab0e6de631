import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import { objects, stubs } from '../../core/support/workspace.ts';
import type { Client } from './client.ts';
import { convert, describe, edit, mark, move, pin, post, react, remove, rename } from './verbs.ts';
import type { Command } from './verbs.ts';
import { channelStubs, evict, gatewayStubs, kill, memberStubs, runAlarm } from './world.ts';
import type { KnownChannel, KnownMessage, World } from './world.ts';

export type Action = (world: World) => Promise<unknown>;

/** Whether it waits for all that runs before it, and all that comes later for it. */
export const isAlone = (action: Action): boolean => action === forget;

/** Something that somebody does, or that befalls an object; drawn now, carried out beside others. */
export const draw = (world: World): Action => world.dice.weighted(actions) ?? say;

const emoji = ['tada', 'eyes', 'heart'];
const channelsMost = 5;
const peopleMost = 5;
const clientsMost = 8;

async function say(world: World): Promise<void> {
  const { dice } = world;
  const repeat = dice.chance(15) ? dice.oneOf(world.sent) : undefined;
  const person = repeat?.person ?? somePerson(world);
  const channel = repeat?.channel ?? someChannel(world).id;
  await post(world, person, channel, repeat ?? freshPost(world), someClientOf(world, person));
}

async function reply(world: World, broadcast = false): Promise<void> {
  const channel = someChannel(world);
  const root = world.dice.oneOf(channel.messages);
  const person = somePerson(world);
  const command = {
    ...freshPost(world),
    ...(root === undefined ? {} : { threadTs: root.ts, broadcast }),
  };
  await post(world, person, channel.id, command, someClientOf(world, person));
}

function freshPost(world: World): Command {
  const clientMessageId = `m${world.tick()}`;
  return { clientMessageId, text: words(world, `said ${clientMessageId}`) };
}

function words(world: World, text: string): string {
  const { dice } = world;
  const named = dice.chance(35) ? ` <@${somePerson(world).userId}>` : '';
  const called = dice.chance(12) ? ' <!channel>' : '';
  return `${text}${named}${called}`;
}

async function change(world: World): Promise<void> {
  const { channel, message } = someMessage(world);
  const person = author(world, message?.user);
  if (message === undefined || person === undefined) return;
  await edit(world, person, channel.id, {
    ts: message.ts,
    text: words(world, `edited ${world.tick()}`),
    broadcast: world.dice.chance(20),
  });
}

async function takeBack(world: World): Promise<void> {
  const { channel, message } = someMessage(world);
  const person = world.dice.chance(30) ? world.ws.owner : author(world, message?.user);
  if (message !== undefined && person !== undefined) await remove(world, person, channel.id, message.ts);
}

async function reactTo(world: World, verb: 'react' | 'unreact'): Promise<void> {
  const { channel, message } = someMessage(world);
  const name = world.dice.oneOf(emoji) ?? 'tada';
  if (message !== undefined) await react(somePerson(world), channel.id, verb, { ts: message.ts, name });
}

async function go(world: World, kind: 'join' | 'leave' | 'invite' | 'kick'): Promise<void> {
  const { dice, people } = world;
  const channel = someChannel(world);
  const person = kind === 'kick' && dice.chance(60) ? world.ws.owner : somePerson(world);
  const other = dice.oneOf(people.filter((one) => one !== person)) ?? person;
  await move(world, kind, person, channel.id, kind === 'join' || kind === 'leave' ? person : other);
}

async function read(world: World): Promise<void> {
  const { dice } = world;
  const { channel, message } = someMessage(world);
  const client = someClient(world);
  if (message === undefined || client === undefined) return;
  const unread = dice.chance(25);
  const isInThread = dice.chance(15);
  await mark(world, client, channel.id, {
    ts: message.ts,
    ...(isInThread ? { thread_ts: message.ts } : {}),
    ...(unread ? { unread } : {}),
  });
}

async function mute(world: World): Promise<void> {
  const person = somePerson(world);
  const channel = someChannel(world);
  const muted = world.dice.chance(50);
  await objects.member(world.ws.teamId, person.userId).setPreferences(channel.id, { muted });
}

async function setStatus(world: World): Promise<void> {
  const person = somePerson(world);
  const fields = { status_text: `busy ${world.tick()}`, status_emoji: ':tada:' };
  await objects.directory(world.ws.teamId).setProfile(person, person.userId, fields);
}

async function openDirect(world: World): Promise<void> {
  const [one, other] = [somePerson(world), somePerson(world)];
  const answer = await objects.directory(world.ws.teamId).openDirect(one, [other.userId], true);
  if (answer.ok) learn(world, answer.summary.id, false);
}

async function createChannel(world: World): Promise<void> {
  if (world.channels.length >= channelsMost) return;
  const person = somePerson(world);
  const isPrivate = world.dice.chance(40);
  const request = { name: `made-${world.tick()}`, isPrivate };
  const answer = await objects.directory(world.ws.teamId).createChannel(person, request);
  if (answer.ok) learn(world, answer.summary.id, !isPrivate);
}

async function archive(world: World): Promise<void> {
  const channel = someChannel(world);
  if (world.dice.chance(30)) await objects.channel(channel.id).archive(somePerson(world));
}

async function nameAnew(world: World): Promise<void> {
  // Names come back: of two channels one at most may have it.
  const name = world.dice.chance(30) ? 'wanted-by-all' : `named-${world.tick()}`;
  await rename(world, somePerson(world), someChannel(world).id, name);
}

async function describeAnew(world: World): Promise<void> {
  const what = world.dice.chance(70) ? 'setTopic' : 'setPurpose';
  const value = world.dice.chance(15) ? '' : words(world, `about ${world.tick()}`);
  await describe(somePerson(world), someChannel(world).id, what, value);
}

async function pinOne(world: World, verb: 'pin' | 'unpin'): Promise<void> {
  const { channel, message } = someMessage(world);
  if (message !== undefined) await pin(somePerson(world), channel.id, verb, message.ts);
}

/** Mostly by one who may. */
async function turn(world: World): Promise<void> {
  const person = world.dice.chance(85) ? world.ws.owner : somePerson(world);
  await convert(person, someChannel(world), world.dice.chance(50) ? 'private' : 'public');
}

async function arrive(world: World): Promise<void> {
  if (world.people.length < peopleMost) world.people.push(await world.ws.person());
}

async function connect(world: World): Promise<void> {
  const { dice, clients, people } = world;
  const away = clients.filter((client) => !client.isConnected);
  const back = dice.chance(75) || clients.length >= clientsMost ? dice.oneOf(away) : undefined;
  await (back ?? world.addClient(dice.oneOf(people) ?? world.ws.owner)).connect();
}

async function disconnect(world: World): Promise<void> {
  someClient(world)?.disconnect();
}

async function dropFrame(world: World): Promise<void> {
  const client = someClient(world);
  if (client !== undefined) client.mustDrop = true;
}

async function follow(world: World): Promise<void> {
  const client = someClient(world);
  const channel = world.dice.oneOf(world.channels.filter(({ isPublic }) => isPublic));
  if (client === undefined || channel === undefined || client.channels.has(channel.id)) return;
  await client.follow(channel.id);
}

/** Its memory goes once its calls have ended, which another that waits for it would hold up: so alone. */
async function forget(world: World): Promise<void> {
  const stub = someStub(world);
  if (stub !== undefined) await evict(stub);
}

async function die(world: World): Promise<void> {
  const stub = someStub(world);
  if (stub !== undefined) await kill(stub);
}

function someStub(world: World): ReturnType<typeof stubs.channel> | undefined {
  const { dice } = world;
  return dice.weighted([
    [4, dice.oneOf(channelStubs(world))],
    [4, dice.oneOf(gatewayStubs(world))],
    [2, dice.oneOf(memberStubs(world))],
    [1, stubs.directory(world.ws.teamId)],
  ]);
}

async function alarms(world: World): Promise<void> {
  const stub = world.dice.oneOf([...channelStubs(world), ...gatewayStubs(world)]);
  if (stub !== undefined) await runAlarm(stub);
}

async function jump({ clock, dice }: World): Promise<void> {
  clock.advance((dice.chance(50) ? -1 : 1) * 24 * 60 * 60 * 1_000);
}

const actions: readonly (readonly [weight: number, action: Action])[] = [
  [22, say],
  [11, (world) => reply(world)],
  [4, (world) => reply(world, true)],
  [9, change],
  [7, takeBack],
  [8, (world) => reactTo(world, 'react')],
  [4, (world) => reactTo(world, 'unreact')],
  [4, (world) => go(world, 'join')],
  [4, (world) => go(world, 'leave')],
  [4, (world) => go(world, 'invite')],
  [4, (world) => go(world, 'kick')],
  [8, read],
  [1, mute],
  [2, setStatus],
  [2, openDirect],
  [1, createChannel],
  [1, archive],
  [3, nameAnew],
  [3, describeAnew],
  [4, (world) => pinOne(world, 'pin')],
  [2, (world) => pinOne(world, 'unpin')],
  [3, turn],
  [1, arrive],
  [8, connect],
  [5, disconnect],
  [3, dropFrame],
  [3, follow],
  [4, forget],
  [2, die],
  [3, alarms],
  [1, jump],
];

function learn({ channels }: World, id: ChannelId, isPublic: boolean): void {
  if (!channels.some((channel) => channel.id === id)) channels.push({ id, isPublic, messages: [] });
}

const somePerson = ({ dice, people, ws }: World): Actor => dice.oneOf(people) ?? ws.owner;

function someChannel({ dice, channels }: World): KnownChannel {
  const channel = dice.oneOf(channels);
  if (channel === undefined) throw new Error('a world without channels');
  return channel;
}

function someMessage(world: World): { channel: KnownChannel; message: KnownMessage | undefined } {
  const channel = someChannel(world);
  return { channel, message: world.dice.oneOf(channel.messages) };
}

const someClient = ({ dice, clients }: World): Client | undefined =>
  dice.oneOf(clients.filter((client) => client.isConnected));

/** Of the posts some go by a socket. */
const someClientOf = ({ dice, clients }: World, person: Actor): Client | undefined =>
  dice.chance(40)
    ? dice.oneOf(clients.filter((client) => client.isConnected && client.actor === person))
    : undefined;

const author = ({ people }: World, user: UserId | undefined): Actor | undefined =>
  people.find(({ userId }) => userId === user);
