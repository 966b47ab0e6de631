/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Env } from '../../platform/env.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Attachment, Delivery, DeliveryAnswer, LogEntry } from '../../protocol/objects/delivery.ts';
import type { GatewayObject } from '../../protocol/objects/gateway.ts';
import { Alarm } from './alarm.ts';
import { Duties } from './duties.ts';
import type { Duty } from './duties.ts';
import { Fanout } from './fanout.ts';
import { Pump } from './pump.ts';
import { Schema } from './schema.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function onStorage(run: (storage: DurableObjectStorage) => Promise<void> | void): Promise<void> {
  const { CHANNEL } = env as unknown as Env;
  const stub = CHANNEL.get(CHANNEL.idFromName(mintId('C')));
  await runInDurableObject(stub, (_, { storage }: DurableObjectState) => run(storage));
}

/** A log of numbers, and a consumer of it in the test's hand. */
function numbers(cursor = 0) {
  const log = {
    head: cursor,
    nowMs: 1_000,
    armed: [] as number[],
    sent: [] as number[],
    send: async (from: number): Promise<number> => {
      log.sent.push(from);
      return log.head;
    },
  };
  const source = {
    head: () => log.head,
    now: () => log.nowMs,
    arm: (atMs: number) => void log.armed.push(atMs),
    send: (from: number) => log.send(from),
  };
  return { log, pump: new Pump('numbers', source, cursor) };
}

describe('a pump', () => {
  test('has one batch in flight, and what came meanwhile in the next', async () => {
    const { log, pump } = numbers();
    const answers: ((head: number) => void)[] = [];
    log.send = (from) => {
      log.sent.push(from);
      return new Promise((resolve) => {
        answers.push(resolve);
      });
    };
    log.head = 2;
    pump.kick();
    log.head = 5;
    pump.kick();
    pump.kick();
    expect(log.sent).toEqual([1]);
    answers[0]?.(2);
    await vi.waitFor(() => expect(log.sent).toEqual([1, 3]));
    answers[1]?.(5);
    expect(await pump.reached(5, 1_000)).toBe(true);
    expect(pump.dueAt()).toBeUndefined();
  });

  test('that an entry meets just as it ends takes that entry too, with no other to set it off', async () => {
    for (let hops = 0; hops < 12; hops += 1) {
      const { log, pump } = numbers();
      log.head = 1;
      pump.kick();
      for (let hop = 0; hop < hops; hop += 1) await Promise.resolve();
      log.head = 2;
      pump.kick();
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      expect([hops, pump.cursor]).toEqual([hops, 2]);
    }
  });

  test('that failed waits twice as long each time, up to half a minute, and arms the alarm for it', async () => {
    const { log, pump } = numbers();
    log.head = 1;
    log.send = async () => {
      throw new Error('down');
    };
    const waits: number[] = [];
    for (let failure = 0; failure < 10; failure += 1) {
      await pump.run();
      waits.push((pump.dueAt() ?? 0) - log.nowMs);
      log.nowMs = pump.dueAt() ?? 0;
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(log.armed.at(-1)).toBe(log.nowMs);
    // New entries do not hurry it.
    log.nowMs -= 1;
    log.head = 2;
    log.send = async (from) => log.sent.push(from) && log.head;
    pump.kick();
    expect(log.sent).toEqual([]);
    log.nowMs += 1;
    await pump.run();
    expect([log.sent, pump.cursor]).toEqual([[1], 2]);
  });

  test('gives a call up at its limit, and sends from the same place again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { log, pump } = numbers();
    log.head = 1;
    const { send } = log;
    log.send = (from) => {
      log.sent.push(from);
      return new Promise(() => undefined);
    };
    const running = pump.run();
    await vi.advanceTimersByTimeAsync(5_000);
    await running;
    expect(pump.dueAt()).toBeGreaterThan(log.nowMs);
    log.send = send;
    await pump.run();
    expect([log.sent, pump.cursor]).toEqual([[1, 1], 1]);
  });

  test('tells who waits as soon as it is there, or at their limit that it is not; the work goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { log, pump } = numbers();
    log.head = 3;
    let answer: (head: number) => void = () => undefined;
    log.send = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const soon = pump.reached(3, 1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await soon).toBe(false);
    const later = pump.reached(3, 1_000);
    answer(3);
    expect(await later).toBe(true);
  });

  test('that is told to go back goes back; one that gets nowhere is stopped, and tried later', async () => {
    const { log, pump } = numbers(4);
    log.head = 6;
    log.send = async (from) => {
      log.sent.push(from);
      return log.sent.length === 1 ? 1 : log.head;
    };
    await pump.run();
    expect([log.sent, pump.cursor]).toEqual([[5, 2], 6]);
    log.head = 7;
    log.send = async (from) => from - 1;
    await pump.run();
    expect(pump.dueAt()).toBeGreaterThan(log.nowMs);
  });
});

describe('duties', () => {
  const failing = (name: string, dueAt: () => number | undefined, work: () => Promise<void>): Duty => ({
    name,
    dueAt,
    run: work,
  });

  test('run side by side: one that throws, and one that hangs, delay no other, and the alarm does not throw', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const done: string[] = [];
    const duties = new Duties([
      failing(
        'throws',
        () => 0,
        () => Promise.reject(new Error('no')),
      ),
      failing(
        'hangs',
        () => 0,
        () => new Promise(() => undefined),
      ),
      failing(
        'works',
        () => (done.length === 0 ? 0 : undefined),
        async () => void done.push('worked'),
      ),
    ]);
    const nowMs = 1_000;
    const running = duties.run(nowMs, () => nowMs);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['worked']);
    await vi.advanceTimersByTimeAsync(20_000);
    await running;
    expect(duties.nextAt(nowMs)).toBe(nowMs + 250);
  });

  test('one that fails for ten minutes is tried on, at most half a minute apart, and then done', async () => {
    let nowMs = 0;
    let isDown = true;
    let isDone = false;
    const triedAt: number[] = [];
    const duties = new Duties([
      failing(
        'hard',
        () => (isDone ? undefined : 0),
        async () => {
          triedAt.push(nowMs);
          if (isDown) throw new Error('down');
          isDone = true;
        },
      ),
      failing(
        'easy',
        () => undefined,
        async () => undefined,
      ),
    ]);
    for (let next: number | undefined = 0; next !== undefined; next = duties.nextAt(nowMs)) {
      nowMs = next;
      isDown = nowMs < 600_000;
      await duties.run(nowMs, () => nowMs);
    }
    const gaps = triedAt.slice(1).map((at, index) => at - (triedAt[index] ?? 0));
    expect(Math.max(...gaps)).toBe(30_000);
    expect(triedAt.at(-1)).toBeLessThan(630_001);
    expect(isDone).toBe(true);
  });

  test('one that stays due does not spin', async () => {
    const duties = new Duties([
      failing(
        'greedy',
        () => 0,
        async () => undefined,
      ),
    ]);
    await duties.run(1_000, () => 1_000);
    expect(duties.nextAt(1_000)).toBe(1_050);
  });

  test('without one that is due no alarm is wanted', () => {
    expect(
      new Duties([
        failing(
          'idle',
          () => undefined,
          async () => undefined,
        ),
      ]).nextAt(1),
    ).toBeUndefined();
  });
});

/** A log with gateways that answer as the test says. */
function fan(head: number) {
  const log = {
    head,
    sent: [] as { shard: number; from: number; entries: number[]; attach: Delivery['attach'] }[],
    closed: [] as number[],
    answer: (_shard: number, delivery: Delivery): DeliveryAnswer | Promise<DeliveryAnswer> => ({
      state: 'applied',
      head: delivery.entries.at(-1)?.seq ?? delivery.attach?.head ?? 0,
    }),
  };
  const entry = (seq: number): LogEntry => ({ seq });
  const attachment = (_shard: number, at: number): Attachment => ({
    head: at,
    ordinal: 0,
    people: [],
    deletedOrdinals: [],
    everybodyOrdinals: [],
  });
  const fanout = new Fanout({
    identity: () => ({ logId: mintId('C'), teamId: mintId('T'), generation: 'one', epoch: 1 }),
    head: () => log.head,
    entries: (from) => Array.from({ length: log.head - from + 1 }, (_, at) => entry(from + at)),
    attachment,
    gateway: (shard) =>
      ({
        deliver: async (delivery: Delivery) => {
          const entries = delivery.entries.map(({ seq }) => seq);
          log.sent.push({ shard, from: delivery.from, entries, attach: delivery.attach });
          return log.answer(shard, delivery);
        },
      }) as GatewayObject,
    shardOf: () => 0,
    now: () => 1_000,
    arm: () => undefined,
    delivered: (shard) => void log.closed.push(shard),
  });
  return { log, fanout };
}

describe('a fanout', () => {
  test('gives a gateway that has no row the state of now, and says that entries were skipped', async () => {
    const { log, fanout } = fan(7);
    fanout.open(0, 4, false);
    log.answer = (_, { attach, entries }) =>
      attach === undefined
        ? { state: 'attach' }
        : { state: 'applied', head: entries.at(-1)?.seq ?? attach.head };
    expect(await fanout.reached(0, 7, 1_000)).toBe(true);
    expect(log.sent).toMatchObject([
      { from: 5, entries: [5, 6, 7], attach: undefined },
      { from: 8, entries: [], attach: { head: 7, skipped: true } },
    ]);
  });

  test("attaches a shard's first person as of the entry before, and never replays from 1", async () => {
    const { log, fanout } = fan(5_000);
    fanout.open(2, 4_999, true);
    expect(fanout.cursors()).toEqual({});
    expect(await fanout.reached(2, 5_000, 1_000)).toBe(true);
    expect(log.sent).toMatchObject([
      { from: 5_000, entries: [5_000], attach: { head: 4_999, skipped: false } },
    ]);
    log.head = 5_001;
    expect(await fanout.reached(2, 5_001, 1_000)).toBe(true);
    expect(log.sent[1]).toMatchObject({ from: 5_001, attach: undefined });
    expect(fanout.cursors()).toEqual({ 2: 5_001 });
  });

  test('sends from where a gateway says that it is', async () => {
    const { log, fanout } = fan(9);
    fanout.open(0, 8, false);
    log.answer = (_, { from, entries }) =>
      from > 4 ? { state: 'expected', from: 4 } : { state: 'applied', head: entries.at(-1)?.seq ?? 0 };
    expect(await fanout.reached(0, 9, 1_000)).toBe(true);
    expect(log.sent.map(({ from }) => from)).toEqual([9, 4]);
  });

  test('brings a gateway of a log that is no longer ours, whose head is above it, to the state of now', async () => {
    const { log, fanout } = fan(3);
    fanout.open(0, 2, false);
    log.answer = (_, { attach }) => ({ state: 'applied', head: attach === undefined ? 40 : attach.head });
    expect(await fanout.reached(0, 3, 1_000)).toBe(true);
    expect(log.sent[1]).toMatchObject({ attach: { head: 3, skipped: true } });
  });

  test('has one gateway that fails delay no other', async () => {
    const { log, fanout } = fan(1);
    for (const shard of [0, 1, 2]) fanout.open(shard, 0, false);
    log.answer = (shard, { entries }) => {
      if (shard === 1) throw new Error('down');
      return { state: 'applied', head: entries.at(-1)?.seq ?? 0 };
    };
    fanout.kick();
    expect(await Promise.all([fanout.reached(0, 1, 500), fanout.reached(2, 1, 500)])).toEqual([true, true]);
    expect(fanout.cursorOf(1)).toBe(0);
    expect(fanout.duty.dueAt()).toBeDefined();
    log.answer = (_, { entries }) => ({ state: 'applied', head: entries.at(-1)?.seq ?? 0 });
    await fanout.duty.run(2_000);
    expect(fanout.cursorOf(1)).toBe(1);
    expect(log.closed.toSorted((one, other) => one - other)).toEqual([0, 1, 2]);
  });
});

describe('the tables of an object', () => {
  const one = ['create table if not exists a (x integer)', 'create table if not exists b (x integer)'];
  const two = [...one, 'alter table a add column y integer'];
  const names = (storage: DurableObjectStorage) =>
    storage.sql
      .exec(
        "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' order by name",
      )
      .toArray()
      .map((row) => row['name']);

  test('are made with the first write, once each', () =>
    onStorage((storage) => {
      const schema = new Schema(storage, one);
      expect([schema.exists, names(storage)]).toEqual([false, []]);
      schema.ensure();
      schema.ensure();
      expect(names(storage)).toEqual(['a', 'b', 'schema_version']);
    }));

  test('of an older object are brought up when newer code meets them, with what they hold', () =>
    onStorage((storage) => {
      new Schema(storage, one).ensure();
      storage.sql.exec('insert into a (x) values (7)');
      expect(new Schema(storage, two).exists).toBe(true);
      expect(storage.sql.exec('select x, y from a').toArray()).toEqual([{ x: 7, y: null }]);
      expect(() => new Schema(storage, two).ensure()).not.toThrow();
    }));

  test('of a newer object are left as they are when older code meets them', () =>
    onStorage((storage) => {
      new Schema(storage, two).ensure();
      const older = new Schema(storage, one);
      older.ensure();
      expect(storage.sql.exec('select version from schema_version').one()).toEqual({ version: two.length });
      expect(storage.sql.exec('select x, y from a').toArray()).toEqual([]);
    }));
});

test('an alarm is set only where none is set for as early', () =>
  onStorage(async (storage) => {
    const at = Date.now() + 60_000;
    const alarm = new Alarm(storage);
    await alarm.load();
    alarm.armBy(at);
    alarm.armBy(at + 1);
    expect(await storage.getAlarm()).toBe(at);
    alarm.armBy(at - 1);
    expect(await storage.getAlarm()).toBe(at - 1);
    const reborn = new Alarm(storage);
    await reborn.load();
    reborn.armBy(at);
    expect(await storage.getAlarm()).toBe(at - 1);
    await storage.deleteAlarm();
  }));
