import { setTimeout as wait } from 'node:timers/promises';
import { lineOf } from '../measure/line.ts';
import { slope } from '../measure/statistics.ts';
import { interleave, startSubjects, type Measured, type Subject } from './crowds.ts';
import type { Bench, Scenario } from './scenario.ts';

const sleepMs = 13_000;
const socketsOfOne = 10;

export const memory: Scenario = {
  letter: 'I',
  title: 'memory of an idle socket, 0 → 5,000',
  async run(bench) {
    const sockets = bench.isQuick ? 100 : 5_000;
    // One process a server, filled once: a second filling would find the first one's memory.
    const once = { ...bench, rounds: 1 };
    const subjects = await startSubjects(bench, {
      people: sockets / socketsOfOne,
      shards: bench.isQuick ? 1 : 4,
      peers: ['room DO', 'ws'],
    });
    const samples = await interleave(once, subjects, (subject) => fill(bench, subject, sockets));
    for (const subject of subjects) await subject.stop();
    return [
      lineOf('I', 'each open socket', 'KiB', samples('awake'), [
        { of: 'value', atMost: 90 },
        { of: 'room DO', atMost: 1.1 },
      ]),
      lineOf('I', 'each, its object asleep', 'KiB', samples('asleep'), [
        { of: 'value', atMost: 90 },
        { of: 'room DO', atMost: 1.1 },
      ]),
    ];
  },
};

async function fill(
  { isQuick, say }: Bench,
  { server, generator, targetOf }: Subject,
  sockets: number,
): Promise<Measured> {
  const awake: { x: number; y: number }[] = [];
  const asleep: { x: number; y: number }[] = [];
  const steps = 2;
  for (let step = 0; step <= steps; step += 1) {
    const open = (sockets / steps) * step;
    if (step > 0) await generator.ask('open', targetOf(sockets / steps));
    await wait(500);
    awake.push({ x: open, y: server.usage().memoryKiB });
    // Those who greeted the new ones go to sleep as well: only the sockets stay.
    await wait(isQuick ? 500 : sleepMs);
    asleep.push({ x: open, y: server.usage().memoryKiB });
    say(`${server.name}: ${open} sockets, ${Math.round((asleep.at(-1)?.y ?? 0) / 1_024)} MiB`);
  }
  return { awake: slope(awake), asleep: slope(asleep) };
}
