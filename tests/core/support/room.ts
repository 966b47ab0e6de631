import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { create } from '../../../durable-objects/channel/create.ts';
import { closingDuty } from '../../../durable-objects/channel/destroy.ts';
import { edit } from '../../../durable-objects/channel/edit.ts';
import { post } from '../../../durable-objects/channel/post.ts';
import { react } from '../../../durable-objects/channel/react.ts';
import { remove } from '../../../durable-objects/channel/remove.ts';
import { Room } from '../../../durable-objects/channel/room.ts';
import { Duties } from '../../../durable-objects/log/duties.ts';
import { shardOf } from '../../../domain/shard.ts';
import { mintId } from '../../../platform/secrets/mint.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Actor } from '../../../protocol/objects/caller.ts';
import type { ChannelCreation, PostCommand } from '../../../protocol/objects/channel.ts';
import type { LogEntry } from '../../../protocol/objects/delivery.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { readEntries } from '../../../durable-objects/channel/entries.ts';
import { Others } from './others.ts';
import { asShown } from './shown.ts';
import type { ShownEntry } from './shown.ts';
import { expectOk, stubs } from './workspace.ts';
import type { TestChannel } from './workspace.ts';

/** In the future, so that no alarm of a bench fires by itself. */
const startMs = 1_900_000_000_000;

/** A channel in a real object's storage, with its clock and all other objects in the test's hand. */
export interface Bench {
  room: Room;
  readonly storage: DurableObjectStorage;
  readonly others: Others;
  readonly clock: { nowMs: number };
  readonly channelId: ChannelId;
  /** Made the channel, and is its first member. */
  readonly ann: Actor;
  readonly bob: Actor;
  /** What the database is said to hold; unset, what it does. */
  readonly disk: { bytes?: number };
  /** Rows that were written since the bench was made, alarms among them. */
  rowsWritten(): number;
  /** As after a death: memory is read anew from the rows. */
  restart(): void;
  /** What `alarm()` does, and when it is wanted next. */
  runAlarm(): Promise<number | undefined>;
  /** All consumers have everything. */
  drained(): Promise<void>;
  post(actor: Actor, text: string, more?: Partial<PostCommand>): { ts: Timestamp; seq: number };
  edit(actor: Actor, ts: Timestamp, text: string): void;
  remove(actor: Actor, ts: Timestamp): void;
  react(actor: Actor, ts: Timestamp, name: string): void;
  entries(from?: number): ShownEntry[];
}

interface Making {
  readonly shards?: number;
  readonly kind?: ChannelCreation['kind'];
  /** Where ann and bob are; both are members from the start. */
  readonly shardOfBob?: number;
}

export async function onRoom(
  run: (bench: Bench) => Promise<void> | void,
  { shards = 1, kind = 'public', shardOfBob }: Making = {},
): Promise<void> {
  const channelId = mintId(kind === 'direct' ? 'D' : 'C');
  await runInDurableObject(stubs.channel(channelId), async (_, state: DurableObjectState) => {
    const disk: Bench['disk'] = {};
    const { storage, rowsWritten } = metered(state.storage, disk);
    const others = new Others();
    const clock = { nowMs: startMs };
    const teamId = mintId('T');
    const ann = actorOn(teamId, shards, 0, 'owner');
    const bob = actorOn(teamId, shards, shardOfBob ?? 0, 'member');
    let duties: Duties;
    const open = (): Room => {
      const room = new Room(storage, others, () => clock.nowMs);
      duties = new Duties([
        room.fanout.duty,
        room.memberConsumer.duty,
        room.memberConsumer.owedDuty,
        room.directoryConsumer.duty,
        closingDuty(room),
      ]);
      return room;
    };
    const bench: Bench = {
      room: open(),
      storage,
      others,
      clock,
      channelId,
      ann,
      bob,
      disk,
      rowsWritten,
      restart: () => {
        bench.room = open();
      },
      runAlarm: async () => {
        const { room } = bench;
        room.alarm.fired();
        await duties.run(room.now(), room.now);
        room.saveConsumers();
        const next = duties.nextAt(room.now());
        if (next !== undefined) room.alarm.armBy(next);
        return next;
      },
      drained: () => drained(bench.room, shards),
      post: (actor, text, more = {}) => {
        const { message, seq } = expectOk(post(bench.room, actor, { text, ...more }));
        return { ts: message.ts, seq };
      },
      edit: (actor, ts, text) => void expectOk(edit(bench.room, actor, { ts, text })),
      remove: (actor, ts) => void expectOk(remove(bench.room, actor, ts)),
      react: (actor, ts, name) => void expectOk(react(bench.room, actor, { ts, name })),
      entries: (from = 1) => allEntries(bench.room, from),
    };
    const creation: ChannelCreation = {
      id: channelId,
      teamId,
      kind,
      name: 'bench',
      isGeneral: false,
      creator: ann.userId,
      seats: [ann, bob],
      shards: { count: shards, epoch: 1 },
    };
    expectOk(await create(bench.room, creation, 'first'));
    await bench.drained();
    await run(bench);
  });
}

/** Fills a real channel past its limit of posts in a second, as if its gateways were away. Answers its head. */
export async function writeUpTo(last: number, { id }: TestChannel, actor: Actor): Promise<number> {
  const head = await runInDurableObject(stubs.channel(id), async (_, { storage }: DurableObjectState) => {
    const room = new Room(storage, new Others(), () => Date.now());
    await room.alarm.load();
    while (room.head.seq < last) {
      expectOk(post(room, actor, { text: `number ${room.head.seq}` }));
      // Lets its consumers run now and then: they are told of nobody.
      if (room.head.seq % 500 === 0) await scheduler.wait(0);
    }
    return room.head.seq;
  });
  await evictDurableObject(stubs.channel(id));
  // The object that was evicted knew of none of it, and may have taken the alarm that was armed.
  await runInDurableObject(stubs.channel(id), (_, { storage }: DurableObjectState) =>
    storage.setAlarm(Date.now()),
  );
  return head;
}

export function actorOn(teamId: Actor['teamId'], shards: number, shard: number, role: Actor['role']): Actor {
  for (;;) {
    const userId = mintId('U');
    if (shardOf(userId, shards) === shard) return { teamId, userId, role };
  }
}

async function drained(room: Room, shards: number): Promise<void> {
  const { seq } = room.head;
  const reached = await Promise.all([
    room.memberConsumer.pump.reached(seq, 10_000),
    room.directoryConsumer.pump.reached(seq, 10_000),
    ...Array.from({ length: shards }, (_, shard) => room.fanout.reached(shard, seq, 10_000)),
  ]);
  if (reached.includes(false)) throw new Error('a consumer is behind');
}

function allEntries(room: Room, from: number): ShownEntry[] {
  const entries: LogEntry[] = [];
  for (let page = readEntries(room, from); page.length > 0;) {
    entries.push(...page);
    page = readEntries(room, (entries.at(-1)?.seq ?? 0) + 1);
  }
  return entries.map(asShown);
}

/** Counts rows as the platform bills them: of each statement, and one for each alarm that is set. */
function metered(
  real: DurableObjectStorage,
  disk: Bench['disk'],
): {
  storage: DurableObjectStorage;
  rowsWritten: () => number;
} {
  let rows = 0;
  const sql = new Proxy(real.sql, {
    get: (target, key) => {
      if (key === 'databaseSize') return disk.bytes ?? target.databaseSize;
      if (key !== 'exec') return Reflect.get(target, key, target) as unknown;
      return (query: string, ...bindings: SqlStorageValue[]) => {
        const cursor = target.exec(query, ...bindings);
        rows += cursor.rowsWritten;
        return cursor;
      };
    },
  });
  const storage = new Proxy(real, {
    get: (target, key) => {
      if (key === 'sql') return sql;
      if (key === 'setAlarm') rows += 1;
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { storage, rowsWritten: () => rows };
}

/** The text of everything in an object's tables. */
export function wordsIn(storage: DurableObjectStorage): string {
  const tables = storage.sql
    .exec<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
    )
    .toArray();
  return tables
    .map(({ name }) => JSON.stringify(storage.sql.exec(`select * from "${name}"`).toArray()))
    .join('\n');
}

export const tablesIn = (storage: DurableObjectStorage): string[] =>
  storage.sql
    .exec<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
    )
    .toArray()
    .map(({ name }) => name);
