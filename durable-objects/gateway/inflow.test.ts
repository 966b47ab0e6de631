import { expect, test } from 'vitest';
import type { UpFrame } from '../../protocol/frames.ts';
import { admit } from './admit.ts';
import { Inflow } from './inflow.ts';

const size = { perSecond: 1, burst: 2 };

test('what keeps a socket going passes where a client posts too fast', () => {
  const inflow = new Inflow();
  expect([inflow.take(size, 0), inflow.take(size, 0), inflow.take(size, 0)]).toEqual([true, true, false]);
  expect(inflow.takeUpkeep(0)).toBe(true);
});

test('a hello for each resume that was sent passes, however many, and one more waits its turn', () => {
  const inflow = new Inflow();
  for (let at = 0; at < 300; at += 1) inflow.askedToResume();
  while (inflow.takeUpkeep(0));
  const passed = Array.from({ length: 301 }, () => inflow.takeHello(0));
  expect(passed.indexOf(false)).toBe(300);
});

test('500 refused frames within a minute are no flood yet, and the next one is', () => {
  const inflow = new Inflow();
  const refuse = (count: number, nowMs: number) => Array.from({ length: count }, () => inflow.refuse(nowMs));
  expect(refuse(500, 0)).not.toContain(true);
  expect(refuse(500, 61_000)).not.toContain(true);
  expect(inflow.refuse(62_000)).toBe(true);
});

test.each<UpFrame>([
  { type: 'ping' },
  { type: 'position', frames: 1 },
  { type: 'hello', version: 1, cursors: {} },
  { type: 'unsubscribe', channels: [] },
])('$type comes too fast at some time, and not before', (frame) => {
  const inflow = new Inflow();
  const refusals = Array.from({ length: 201 }, () =>
    admit({ phase: 'ready', inflow }, frame, { perSecond: 50, burst: 200 }, 0),
  );
  expect(refusals.findIndex((refusal) => refusal?.error === 'ratelimited')).toBe(200);
});

test('nothing but what keeps a socket going comes before hello was answered', () => {
  const errorOf = (phase: 'new' | 'greeting', frame: UpFrame) =>
    admit({ phase, inflow: new Inflow() }, frame, size, 0)?.error;
  expect(errorOf('new', { type: 'hello', version: 1, cursors: {} })).toBeUndefined();
  expect(errorOf('greeting', { type: 'hello', version: 1, cursors: {} })).toBe('hello_first');
  for (const phase of ['new', 'greeting'] as const) {
    expect(errorOf(phase, { type: 'unsubscribe', channels: [] })).toBe('hello_first');
    expect(errorOf(phase, { type: 'position', frames: 1 })).toBeUndefined();
  }
});
