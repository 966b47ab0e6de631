import { parseArgs } from 'node:util';
import { fail } from './launcher/fail.mjs';
import { added, noTests } from './test/count.ts';
import { withScratch } from './test/scratch.ts';
import { runVitest } from './test/vitest.ts';

/**
 * `npm run sync -- --seeds N [--seed S] [--minutes M]`: runs the simulation of tests/sync over N seeds from S on, or for
 * M minutes. A seed that fails is named with what it broke; `--seed` alone runs that one again.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, minutes: { type: 'string' } },
});
const first = numberOf('seed', values.seed ?? '1');
const minutes = values.minutes === undefined ? Infinity : numberOf('minutes', values.minutes);
const usual = values.seed === undefined ? '1000' : '1';
const count =
  values.seeds === undefined && minutes !== Infinity ? Infinity : numberOf('seeds', values.seeds ?? usual);

/** A workerd keeps what its objects wrote: a new one for each of these. */
const batch = 100;
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isStopped = true;
  });
}
const until = Date.now() + minutes * 60_000;
let total = noTests;
for (let done = 0; done < count && !isStopped && Date.now() < until; done += batch) {
  const size = Math.min(batch, count - done);
  process.env['SYNC_SEEDS'] = `${first + done}:${size}`;
  const args = ['--config=tests/sync/vitest.config.ts', 'tests/sync/simulation.test.ts'];
  total = added(total, await withScratch(() => runVitest('sync', args)));
}
console.log(`${total.passed} seeds passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

function numberOf(name: string, text: string): number {
  const value = Number(text);
  return value > 0 ? value : fail(`--${name} is a number above 0, not "${text}".`);
}
