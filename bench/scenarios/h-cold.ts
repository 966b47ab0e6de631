import { setTimeout as wait } from 'node:timers/promises';
import { lineOf } from '../measure/line.ts';
import { startEdgewise } from '../servers/edgewise.ts';
import { interleave, startSubjects } from './crowds.ts';
import type { Scenario } from './scenario.ts';

/** Objects sleep after ten idle seconds. */
const sleepMs = 14_000;

export const cold: Scenario = {
  letter: 'H',
  title: 'cold: from the process to the first delivery; from a sleeping object',
  async run(bench) {
    const subjects = await startSubjects(bench, { people: 2, peers: ['room DO'] });
    const process = await interleave(bench, subjects, async ({ server, generator, targetOf }) => {
      await server.kill();
      const startedAt = performance.now();
      const delivered = generator.ask('first', targetOf(1));
      await server.start();
      await delivered;
      return { ms: performance.now() - startedAt };
    });
    for (const { generator, targetOf } of subjects) await generator.ask('open', targetOf(2));
    // The others sleep while one is awake.
    const lastAt = new Map<string, number>();
    const sleeping = await interleave(bench, subjects, async ({ name, generator }) => {
      const sleptMs = performance.now() - (lastAt.get(name) ?? performance.now());
      if (!bench.isQuick) await wait(Math.max(0, sleepMs - sleptMs));
      const { millis } = await generator.ask('pace', { perSecond: 1, count: 1 });
      lastAt.set(name, performance.now());
      return { ms: millis[0] ?? Number.NaN };
    });
    for (const subject of subjects) await subject.stop();
    return [
      lineOf('H', 'process → first delivery', 's', secondsOf(process('ms')), [
        { of: 'value', atMost: 1.5 },
        { of: 'room DO', atMost: 1.2 },
      ]),
      lineOf('H', 'sleeping objects → delivery', 'ms', sleeping('ms'), [
        { of: 'value', atMost: 20 },
        { of: 'room DO', atMost: 1.2 },
      ]),
      lineOf('H', 'objects that had slept', '', { Edgewise: [await objectsWoken(bench.isQuick)] }),
    ];
  },
};

const secondsOf = <Samples extends object>(samples: Samples): Samples =>
  Object.fromEntries(
    Object.entries(samples).map(([name, rounds]) => [name, (rounds as number[]).map((ms) => ms / 1_000)]),
  ) as Samples;

/** Whether they do sleep: how many come to life for one message after the wait. */
async function objectsWoken(isQuick: boolean): Promise<number> {
  const edgewise = await startEdgewise({ people: 2 });
  const total = async (): Promise<number> =>
    Object.values((await edgewise.meter()).woken).reduce((sum, count) => sum + count, 0);
  if (!isQuick) await wait(sleepMs);
  const before = await total();
  const response = await fetch(`http://127.0.0.1:${edgewise.port}/api/chat.postMessage`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${edgewise.people[0]?.token ?? ''}`,
    },
    body: JSON.stringify({ channel: edgewise.generalId, text: 'good morning' }),
  });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  await wait(500);
  const woken = (await total()) - before;
  await edgewise.kill();
  return woken;
}
