import { writeFileSync } from 'node:fs';
import { divideCores, isLoaded, load, machine } from './measure/machine.ts';
import type { Line } from './measure/line.ts';
import { readOptions, type Options } from './options.ts';
import { tableOf } from './report.ts';
import { twoIdle } from './scenarios/a-two-idle.ts';
import { crowd } from './scenarios/b-crowd.ts';
import { saturated } from './scenarios/b-saturated.ts';
import { history } from './scenarios/d-history.ts';
import { boot } from './scenarios/f-boot.ts';
import { killed } from './scenarios/g-killed.ts';
import { cold } from './scenarios/h-cold.ts';
import { memory } from './scenarios/i-memory.ts';
import { rows } from './scenarios/k-rows.ts';
import { scheduled } from './scenarios/s-scheduled.ts';
import type { Scenario } from './scenarios/scenario.ts';

const scenarios: readonly Scenario[] = [
  twoIdle,
  crowd,
  saturated,
  history,
  boot,
  killed,
  cold,
  memory,
  rows,
  scheduled,
];

/** `npm run bench [-- A B F --rounds N --quick --json file]`: Edgewise and its peers, in the same run. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
await bench(readOptions(process.argv.slice(2)));
process.exit();

async function bench({ letters, rounds, isQuick, json }: Options): Promise<void> {
  const unknown = letters.filter((letter) => !scenarios.some((scenario) => scenario.letter === letter));
  if (unknown.length > 0) throw new Error(`there is no scenario ${unknown.join(', ')}`);
  const chosen = scenarios.filter(({ letter }) => letters.length === 0 || letters.includes(letter));
  const cores = divideCores();
  const loadBefore = load();
  const notes = notesOf(isQuick, loadBefore, cores.arePinned);
  for (const note of notes) console.error(note);
  const lines: Line[] = [];
  const failures: { scenario: string; reason: string }[] = [];
  const write = (): void => {
    if (json === undefined) return;
    const at = new Date().toISOString();
    const run = {
      at,
      machine: machine(),
      cores,
      load: { before: loadBefore, after: load() },
      rounds,
      isQuick,
    };
    writeFileSync(json, `${JSON.stringify({ ...run, notes, failures, lines }, null, 2)}\n`);
  };
  for (const scenario of chosen) {
    console.error(`\n${scenario.letter}  ${scenario.title}  (load ${load()})`);
    const say = (text: string): void => console.error(`   ${text}`);
    try {
      lines.push(...(await scenario.run({ rounds, isQuick, cores, say })));
    } catch (error) {
      failures.push({ scenario: scenario.letter, reason: String(error) });
      console.error(error);
    }
    // After each: a run takes half an hour, and may be broken off.
    write();
  }
  console.log(`\n${tableOf(lines)}\n`);
  for (const note of notes) console.log(note);
  for (const { scenario, reason } of failures) console.log(`${scenario} was not measured: ${reason}`);
  if (failures.length > 0) process.exitCode = 1;
}

function notesOf(isQuick: boolean, loadBefore: number, arePinned: boolean): string[] {
  const { cores, model, memoryGiB } = machine();
  return [
    `${cores} cores (${model}), ${memoryGiB} GiB, load ${loadBefore} before`,
    ...(isQuick ? ['A QUICK RUN: its sizes are too small for its numbers to mean anything.'] : []),
    ...(isLoaded(loadBefore)
      ? ['THE MACHINE IS LOADED: others take part of its time, and these numbers show it.']
      : []),
    ...(arePinned ? [] : ['Servers and generators share cores here.']),
  ];
}
