/// <reference types="@cloudflare/vitest-plugin/types" />
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Env } from '../../platform/env.ts';
import type { CounterObject } from '../../protocol/objects/counter.ts';

const { COUNTER } = env as unknown as Env;
const window = { limit: 3, windowMs: 60_000 };

const stubOf = (name: string) => COUNTER.get(COUNTER.idFromName(name));
const counterOf = (name: string) => stubOf(name) as unknown as CounterObject;
const inside = <T>(name: string, run: (storage: DurableObjectStorage) => T | Promise<T>) =>
  runInDurableObject(stubOf(name), (_, { storage }: DurableObjectState) => run(storage));

async function take(name: string, times: number, now: number): Promise<string[]> {
  const answers = [];
  for (let time = 0; time < times; time += 1) {
    const answer = await counterOf(name).take({ ...window, now });
    answers.push(answer.ok ? 'ok' : answer.error);
  }
  return answers;
}

test('a window holds its limit and no more, and says when the next one begins', async () => {
  const now = Date.now();
  expect(await take('limit', 4, now)).toEqual(['ok', 'ok', 'ok', 'ratelimited']);
  expect(await counterOf('limit').take({ ...window, now: now + 45_100 })).toEqual({
    ok: false,
    error: 'ratelimited',
    retryAfterSeconds: 15,
  });
  expect(await take('limit', 4, now + 60_000)).toEqual(['ok', 'ok', 'ok', 'ratelimited']);
});

test('what is refused counts for nothing: a window ends though one keeps trying', async () => {
  const now = Date.now();
  await take('trying', 3, now);
  for (let second = 1; second < 60; second += 10) {
    expect(await take('trying', 1, now + second * 1_000)).toEqual(['ratelimited']);
  }
  expect(await take('trying', 1, now + 60_000)).toEqual(['ok']);
});

test('subjects are counted apart', async () => {
  const now = Date.now();
  await take('one', 4, now);
  expect(await take('another', 1, now)).toEqual(['ok']);
});

test('calls at once take no more than the limit', async () => {
  const counter = counterOf('at once');
  const answers = await Promise.all(Array.from({ length: 10 }, () => counter.take(window)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
});

test('the count survives eviction', async () => {
  const now = Date.now();
  expect(await take('evicted', 2, now)).toEqual(['ok', 'ok']);
  await evictDurableObject(stubOf('evicted'));
  expect(await take('evicted', 2, now)).toEqual(['ok', 'ratelimited']);
});

test('nothing is left when the window is over: no row, no alarm', async () => {
  await take('over', 1, Date.now());
  await inside('over', ({ kv }) => kv.put('window', { endsAt: Date.now() - 1, taken: 1 }));
  await runDurableObjectAlarm(stubOf('over'));
  expect(await inside('over', (storage) => storage.list())).toEqual(new Map());
  expect(await inside('over', (storage) => storage.getAlarm())).toBeNull();
});

test('an alarm that comes early keeps the window and comes again', async () => {
  const now = Date.now();
  await take('early', 3, now);
  expect(await runDurableObjectAlarm(stubOf('early'))).toBe(true);
  expect(await take('early', 1, now)).toEqual(['ratelimited']);
  expect(await inside('early', (storage) => storage.getAlarm())).toBe(now + 60_000);
});

test('asking whether there is room takes nothing and stores nothing', async () => {
  const now = Date.now();
  for (let time = 0; time < 5; time += 1) {
    expect(await counterOf('asked').hasRoom({ ...window, now })).toEqual({ ok: true });
  }
  expect(await inside('asked', (storage) => storage.getAlarm())).toBeNull();
  await take('asked', 3, now);
  expect(await counterOf('asked').hasRoom({ ...window, now: now + 45_100 })).toEqual({
    ok: false,
    error: 'ratelimited',
    retryAfterSeconds: 15,
  });
  expect(await counterOf('asked').hasRoom({ ...window, now: now + 60_000 })).toEqual({ ok: true });
});

test('a limit of nothing refuses, and stores nothing', async () => {
  expect(await counterOf('nothing').take({ limit: 0, windowMs: 1_000 })).toMatchObject({
    error: 'ratelimited',
  });
  expect(await inside('nothing', (storage) => storage.getAlarm())).toBeNull();
});
