import type { ChannelId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import type { PostCommand } from '../../../protocol/objects/channel.ts';
import type { Outcome } from '../../../protocol/refusal.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { objects } from '../../core/support/workspace.ts';
import type { Client } from './client.ts';
import type { Operation, Post } from './history.ts';
import type { KnownChannel, World } from './world.ts';

/** What people do, as it is written into the history: asked again until there is an answer, as clients do. */
const triesMax = 4;

export type Command = PostCommand & { readonly clientMessageId: string };

/** By a socket, where one is given, or by a call. */
export async function post(
  world: World,
  person: Actor,
  channel: ChannelId,
  command: Command,
  client?: Client,
): Promise<Timestamp | undefined> {
  const { clientMessageId, text, threadTs } = command;
  if (threadTs === undefined) world.sent.push({ person, channel, clientMessageId, text });
  const start = world.tick();
  const found = await trying(async () => {
    if (client?.isConnected === true) return postByFrame(client, channel, command);
    const answer = await objects.channel(channel).post(person, command);
    return answer.ok ? { ts: answer.message.ts, seq: answer.seq } : refusedBy(answer);
  });
  const done: Post = {
    kind: 'post',
    ...about(world, start, person, channel, found),
    clientMessageId,
    text,
    ...(typeof found === 'string' ? {} : found),
  };
  world.operations.push(done);
  if (done.ts !== undefined) world.known(channel)?.messages.push({ ts: done.ts, user: person.userId });
  return done.ts;
}

const passing = ['service_unavailable', 'socket_lost', 'hello_first', 'ratelimited'];

async function postByFrame(client: Client, channel: ChannelId, command: Command) {
  const { clientMessageId, text, threadTs, broadcast } = command;
  const answer = await client.ask({
    type: 'message',
    channel,
    text,
    client_msg_id: clientMessageId,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs, reply_broadcast: broadcast === true }),
  });
  if (answer?.type === 'ack') return { ts: answer.ts, seq: answer.seq };
  if (answer?.type === 'error' && !passing.includes(answer.error)) return 'refused';
  throw new Error('no answer');
}

export async function edit(
  world: World,
  person: Actor,
  channel: ChannelId,
  { ts, text, broadcast }: { readonly ts: Timestamp; readonly text: string; readonly broadcast?: boolean },
): Promise<void> {
  const start = world.tick();
  const found = await trying(async () => {
    const answer = await objects.channel(channel).edit(person, {
      ts,
      text,
      ...(broadcast === undefined ? {} : { broadcast }),
    });
    return answer.ok ? { rev: answer.message.rev } : refusedBy(answer);
  });
  const more = typeof found === 'string' ? {} : found;
  world.operations.push({ kind: 'edit', ...about(world, start, person, channel, found), ts, text, ...more });
}

export async function remove(world: World, person: Actor, channel: ChannelId, ts: Timestamp): Promise<void> {
  const start = world.tick();
  const found = await trying(async () => {
    const answer = await objects.channel(channel).remove(person, ts);
    return answer.ok ? {} : refusedBy(answer);
  });
  world.operations.push({ kind: 'remove', ...about(world, start, person, channel, found), ts });
}

export async function react(
  person: Actor,
  channel: ChannelId,
  verb: 'react' | 'unreact',
  reaction: { readonly ts: Timestamp; readonly name: string },
): Promise<void> {
  await trying(async () => {
    const answer = await objects.channel(channel)[verb](person, reaction);
    return answer.ok ? {} : refusedBy(answer);
  });
}

export async function pin(
  person: Actor,
  channel: ChannelId,
  verb: 'pin' | 'unpin',
  ts: Timestamp,
): Promise<void> {
  await trying(async () => {
    const answer = await objects.channel(channel)[verb](person, ts);
    return answer.ok ? {} : refusedBy(answer);
  });
}

export async function describe(
  person: Actor,
  channel: ChannelId,
  verb: 'setTopic' | 'setPurpose',
  value: string,
): Promise<void> {
  await trying(async () => {
    const answer = await objects.channel(channel)[verb](person, value);
    return answer.ok ? {} : refusedBy(answer);
  });
}

export async function rename({ ws }: World, person: Actor, channel: ChannelId, name: string): Promise<void> {
  await trying(async () => {
    const answer = await ws.directory.renameChannel(person, channel, { name, asAdmin: false });
    return answer.ok ? {} : refusedBy(answer);
  });
}

export async function convert(
  person: Actor,
  channel: KnownChannel,
  kind: 'public' | 'private',
): Promise<void> {
  const found = await trying(async () => {
    const answer = await objects.channel(channel.id).convert(person, kind);
    return answer.ok ? {} : refusedBy(answer);
  });
  if (typeof found !== 'string') channel.isPublic = kind === 'public';
}

export async function move(
  world: World,
  kind: 'join' | 'leave' | 'invite' | 'kick',
  person: Actor,
  channel: ChannelId,
  subject: Actor,
): Promise<void> {
  const start = world.tick();
  const found = await trying(async () => {
    const object = objects.channel(channel);
    const answer: Outcome<object, string> = await {
      join: () => object.join(person),
      leave: () => object.leave(person),
      invite: () => object.invite(person, [subject], false),
      kick: () => object.kick(person, subject.userId),
    }[kind]();
    return answer.ok ? {} : refusedBy(answer);
  });
  const base = about(world, start, person, channel, found);
  world.operations.push({ kind, ...base, subject: subject.userId });
}

export async function mark(
  world: World,
  client: Client,
  channel: ChannelId,
  place: { readonly ts: Timestamp; readonly thread_ts?: Timestamp; readonly unread?: true },
): Promise<void> {
  const start = world.tick();
  const answer = await client.ask({ type: 'mark', channel, ...place });
  if (place.thread_ts !== undefined) return;
  const found = answer?.type === 'ack' ? {} : answer?.type === 'error' ? 'refused' : 'unknown';
  const base = about(world, start, client.actor, channel, found);
  world.operations.push({ kind: 'mark', ...base, ts: place.ts, unread: place.unread === true });
}

type Found<T extends object> = T | 'refused' | 'unknown';

async function trying<T extends object>(ask: () => Promise<T | 'refused'>): Promise<Found<T>> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    try {
      const found = await ask();
      // One that got no answer may have been carried out, and be refused for that when it is asked again.
      return found === 'refused' && tries > 0 ? 'unknown' : found;
    } catch {
      await scheduler.wait(3);
    }
  }
  return 'unknown';
}

function refusedBy({ error }: { readonly error: string }): 'refused' {
  if (error === 'service_unavailable' || error === 'ratelimited') throw new Error(error);
  return 'refused';
}

function about(world: World, start: number, person: Actor, channel: ChannelId, found: Found<object>) {
  const outcome = typeof found === 'string' ? found : 'ok';
  return { start, end: world.tick(), person: person.userId, channel, outcome } satisfies Partial<Operation>;
}
