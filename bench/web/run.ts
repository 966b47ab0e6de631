import { writeFileSync } from 'node:fs';
import { clientFolder } from '../../tests/browser/support/house-of-tests.ts';
import { firstLoadOf } from '../../tests/browser/support/first-load.ts';
import { sideDoor } from '../../tests/browser/support/side-door.ts';
import { isLoaded, load, machine } from '../measure/machine.ts';
import { readOptions } from '../options.ts';
import { tableOf } from '../report.ts';
import { serveBarePage } from './bare-page.ts';
import { linesOf } from './lines.ts';
import { bareRound, edgewiseRound, fill } from './rounds.ts';
import type { Measured } from './rounds.ts';
import { raiseStage } from './stage.ts';

/**
 * `npm run bench:web [-- --rounds N --quick --json file]`: the client in a real Chromium against the real Worker, and
 * beside it, in the same rounds, the least that a page can be.
 */
const { rounds, isQuick, json } = readOptions(process.argv.slice(2), 3);
const size = isQuick ? { channels: 3, messages: 3_000 } : { channels: 30, messages: 100_000 };
const loadBefore = load();
const { cores, model, memoryGiB } = machine();
const notes = [
  `${cores} cores (${model}), ${memoryGiB} GiB, load ${loadBefore} before; the server and the browser share them`,
  ...(isQuick ? ['A QUICK RUN: its sizes are too small for its numbers to mean anything.'] : []),
  ...(isLoaded(loadBefore)
    ? ['THE MACHINE IS LOADED: others take part of its time, and these numbers show it.']
    : []),
];
for (const note of notes) console.error(note);

const stage = await raiseStage({ around: sideDoor });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage.end().finally(() => process.exit(1)));
const bare = await serveBarePage();
try {
  console.error(`filling ${size.channels} channels, and one of ${size.messages} messages`);
  const filled = await fill(stage, size);
  const own: Measured[] = [];
  const least: Measured[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    console.error(
      `round ${round} of ${rounds}  (load ${load()}, ${Math.round(performance.now() / 1_000)} s)`,
    );
    // Each begins with the other one.
    if (round % 2 === 0) least.push(await bareRound(stage, bare));
    own.push(await edgewiseRound(filled));
    if (round % 2 === 1) least.push(await bareRound(stage, bare));
  }
  const lines = linesOf(firstLoadOf(clientFolder()), own, least);
  console.log(`\n${tableOf(lines, ['Edgewise', 'bare page'])}\n`);
  for (const note of [...notes, `load ${load()} after`]) console.log(note);
  if (json !== undefined) {
    const run = {
      at: new Date().toISOString(),
      machine: machine(),
      load: { before: loadBefore, after: load() },
    };
    writeFileSync(json, `${JSON.stringify({ ...run, rounds, isQuick, notes, lines }, null, 2)}\n`);
  }
} finally {
  bare.close();
  await stage.end();
}
process.exit();
