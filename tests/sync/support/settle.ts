import { runInDurableObject } from 'cloudflare:test';
import type { LogId } from '../../../protocol/frames.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { until } from '../../core/support/faults.ts';
import { expectOk, objects, stubs } from '../../core/support/workspace.ts';
import { channelStubs, gatewayStubs, memberStubs, runAlarm } from './world.ts';
import type { World } from './world.ts';

/** Longer than the longest wait between two tries. */
const stepMs = 130_000;
const roundsMax = 12;

/** Runs every alarm, and again, until all consumers of all logs are at the head. Answers what never got there. */
export async function settle(world: World): Promise<string[]> {
  let behind: string[] = [];
  for (let round = 0; round < roundsMax; round += 1) {
    world.clock.advance(stepMs);
    const all = [
      stubs.directory(world.ws.teamId),
      ...channelStubs(world),
      ...memberStubs(world),
      ...gatewayStubs(world),
    ];
    await Promise.all(all.map((stub) => runAlarm(stub)));
    behind = [...(await discover(world)), ...(await whoIsBehind(world))];
    if (behind.length === 0) return [];
  }
  return behind.map((who) => `never at the head: ${who}`);
}

/** Channels whose maker got no answer. Answers those that are being made still. */
async function discover(world: World): Promise<string[]> {
  const rows = await runInDurableObject(
    stubs.directory(world.ws.teamId),
    (_, { storage }: DurableObjectState) =>
      storage.sql
        .exec<{ id: ChannelId; kind: string; state: string }>('select id, kind, state from channels')
        .toArray(),
  );
  const isNews = rows.filter(({ id }) => world.known(id) === undefined);
  for (const { id, kind, state } of isNews) {
    if (state === 'open') world.channels.push({ id, isPublic: kind === 'public', messages: [] });
  }
  // Its consumers may be waiting for an alarm that was not run yet.
  return isNews.map(({ id, state }) => `${id}, ${state}`);
}

/** Each person's sockets are told something at last, so that a push that was lost is noticed; then all is heard. */
export async function hearAll(world: World): Promise<string[]> {
  const connected = world.clients.filter((client) => client.isConnected);
  await Promise.all(connected.map((client) => client.settled()));
  const versions = new Map<string, number>();
  for (const person of world.people) {
    const member = objects.member(world.ws.teamId, person.userId);
    for (const level of ['all', 'default'] as const) {
      expectOk(await member.setPreferences(world.ws.generalId, { level }));
    }
    const stub = stubs.member(person);
    const version = await runInDurableObject(stub, (_, { storage }: DurableObjectState) =>
      Math.max(
        ...['memberships', 'threads'].map(
          (table) =>
            storage.sql.exec<{ version: number | null }>(`select max(version) as version from ${table}`).one()
              .version ?? 0,
        ),
      ),
    );
    versions.set(person.userId, version);
  }
  const complaints: string[] = [];
  for (const client of world.clients.filter(({ isConnected }) => isConnected)) {
    const version = versions.get(client.actor.userId) ?? 0;
    try {
      await until(() => client.marks.version >= version || !client.isConnected);
      await client.settled();
    } catch (error) {
      complaints.push(`${client.name} has version ${client.marks.version} of ${version}: ${String(error)}`);
    }
  }
  return complaints;
}

async function whoIsBehind(world: World): Promise<string[]> {
  const heads = new Map<LogId, number>();
  const behind: string[] = [];
  for (const { id } of world.channels) {
    const state = await runInDurableObject(stubs.channel(id), (_, { storage }: DurableObjectState) => {
      const one = <T extends Record<string, SqlStorageValue>>(query: string): T | undefined =>
        storage.sql.exec<T>(query).toArray()[0];
      const head = Math.max(
        one<{ head: number | null }>('select max(seq) as head from messages')?.head ?? 0,
        one<{ head: number | null }>('select max(seq) as head from entries')?.head ?? 0,
      );
      const cursors = one<{ cursors: string }>('select cursors from consumers')?.cursors ?? '{}';
      const owed = one<{ count: number }>('select count(*) as count from owed')?.count ?? 0;
      return { head, owed, ...(JSON.parse(cursors) as { member?: number; directory?: number }) };
    });
    heads.set(id, state.head);
    if (state.member !== state.head) behind.push(`members of ${id}: ${state.member} of ${state.head}`);
    if (state.directory !== state.head)
      behind.push(`directory of ${id}: ${state.directory} of ${state.head}`);
    if (state.owed > 0) behind.push(`${state.owed} people of ${id} are owed something`);
  }
  const renames = await runInDurableObject(
    stubs.directory(world.ws.teamId),
    (_, { storage }: DurableObjectState) =>
      storage.sql
        .exec<{ channel: ChannelId }>('select channel from renames where name is not null')
        .toArray(),
  );
  behind.push(...renames.map(({ channel }) => `the rename of ${channel}`));
  const workspace = await runInDurableObject(
    stubs.directory(world.ws.teamId),
    (_, { storage }: DurableObjectState) =>
      storage.sql.exec<{ head: number }>('select max(seq) as head from entries').one().head,
  );
  heads.set(world.ws.teamId, workspace);
  for (const [shard, stub] of gatewayStubs(world).entries()) {
    const rows = await runInDurableObject(stub, (_, { storage }: DurableObjectState) => {
      const tables = storage.sql.exec("select 1 from sqlite_master where name = 'heads'").toArray();
      return tables.length === 0
        ? []
        : storage.sql.exec<{ log: LogId; head: number }>('select log, head from heads').toArray();
    });
    for (const { log, head } of rows) {
      if (head !== heads.get(log)) behind.push(`gateway ${shard} in ${log}: ${head} of ${heads.get(log)}`);
    }
  }
  return behind;
}
