import { asRow } from '../../../domain/timeline/timeline.ts';
import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import type { LogEntry } from '../../../protocol/objects/delivery.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Outcome } from '../../../protocol/refusal.ts';
import { until } from '../../core/support/faults.ts';
import { asShown } from '../../core/support/shown.ts';
import type { ShownEntry } from '../../core/support/shown.ts';
import { expectOk, objects } from '../../core/support/workspace.ts';
import { Client } from './client.ts';
import { threadKey } from './history.ts';
import type { ChannelTruth, History, PersonTruth, WorkspaceTruth } from './history.ts';
import { patient, readChannel } from './read-channel.ts';
import type { World } from './world.ts';

/** What a reader finds who starts now: each channel, the workspace, each person, by a socket of its own. */
export async function readTruth(world: World): Promise<Pick<History, 'channels' | 'workspace' | 'people'>> {
  const channels: ChannelTruth[] = [];
  for (const { id } of world.channels) {
    const truth = await channelTruth(world, id);
    if (truth !== undefined) channels.push(truth);
  }
  const people: PersonTruth[] = [];
  for (const person of world.people) people.push(await personTruth(world, person, channels));
  return { channels, workspace: await workspaceTruth(world), people };
}

async function channelTruth(world: World, id: ChannelId): Promise<ChannelTruth | undefined> {
  const viewer = await viewerOf(world, id);
  if (viewer === undefined) return undefined;
  const { summary } = expectOk(await objects.channel(id).info(viewer));
  const rows = new Map<Timestamp, Message>();
  let members: readonly UserId[] = [];
  for await (const page of readChannel(id, viewer)) {
    if ('members' in page) ({ members } = page);
    else for (const message of page.messages) rows.set(message.ts, asRow(message));
  }
  const entries = await allSince((cursor) => objects.channel(id).since(viewer, cursor));
  const [copy] = await objects.directory(world.ws.teamId).summaries([id]);
  return { id, kind: summary.kind, head: summary.rev, entries, rows, members, summary, copy };
}

/** Somebody who may see all of it. */
async function viewerOf(world: World, id: ChannelId): Promise<Actor | undefined> {
  for (const person of world.people) {
    if ((await patient(() => objects.channel(id).info(person))) !== undefined) return person;
  }
  return undefined;
}

type Read = { readonly ok: true; readonly entries: LogEntry[]; readonly head: number };

async function allSince(
  read: (cursor: number) => Promise<Outcome<{ entries: LogEntry[]; head: number }, string>>,
): Promise<ShownEntry[]> {
  const entries: ShownEntry[] = [];
  for (;;) {
    const page = expectOk<Read>(await read(entries.at(-1)?.seq ?? 0));
    entries.push(...page.entries.map(asShown));
    if (page.entries.length === 0 || (entries.at(-1)?.seq ?? 0) >= page.head) return entries;
  }
}

async function workspaceTruth({ ws }: World): Promise<WorkspaceTruth> {
  const directory = objects.directory(ws.teamId);
  const entries = await allSince((cursor) => directory.since(ws.owner, cursor));
  const { people } = await directory.people({ limit: 100 });
  return {
    teamId: ws.teamId,
    head: entries.at(-1)?.seq ?? 0,
    names: new Map(people.map(({ id, user }) => [id, user.profile.status_text])),
    eventTimes: new Map(entries.map(({ seq, event }) => [seq, 'event_ts' in event ? event.event_ts : ''])),
  };
}

async function personTruth(
  world: World,
  person: Actor,
  channels: readonly ChannelTruth[],
): Promise<PersonTruth> {
  const member = objects.member(world.ws.teamId, person.userId);
  const memberships = await member.memberships();
  const threadMarks = new Map<string, number>();
  for (const { id, entries } of channels.filter((one) =>
    memberships.some(({ channelId }) => channelId === one.id),
  )) {
    const threads = new Set(
      entries
        .map(({ event }) => ('thread_ts' in event ? event.thread_ts : undefined))
        .filter((ts) => ts !== undefined),
    );
    for (const ts of threads) {
      const thread = await member.thread(id, ts);
      if (thread !== undefined) threadMarks.set(threadKey(id, ts), thread.markOrdinal);
    }
  }
  return { userId: person.userId, memberships, threadMarks, hello: await freshHello(world, person) };
}

async function freshHello({ ws, tick, tamper }: World, person: Actor) {
  const client = new Client('a fresh client', person, {
    teamId: ws.teamId,
    shardCount: ws.shardCount,
    tick,
    tamper,
  });
  await client.connect();
  await until(() => client.lastHello !== undefined && client.isIdle, 'no hello');
  client.disconnect();
  const { lastHello } = client;
  if (lastHello === undefined) throw new Error('no hello');
  return lastHello;
}
