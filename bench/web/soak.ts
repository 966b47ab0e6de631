import { setTimeout as wait } from 'node:timers/promises';
import type { Place } from '../../tests/browser/support/room.ts';
import { channelLink, composer, log } from '../../tests/browser/support/parts.ts';
import { load, machine } from '../measure/machine.ts';
import { dice } from '../../web/store/testing/dice.ts';
import { footprintOf } from '../../tests/browser/support/footprint.ts';
import { judgeChannel, judgeStored, judgeThread, noFaults } from './soak/judge.ts';
import type { Faults } from './soak/judge.ts';
import { readSoakOptions } from './soak/options.ts';
import type { SoakOptions } from './soak/options.ts';
import { Person } from './soak/person.ts';
import { isSound, report } from './soak/report.ts';
import type { Sample, Subject } from './soak/report.ts';
import { storedIn } from './soak/stored.ts';
import { raiseStage } from './stage.ts';
import type { Stage } from './stage.ts';

/**
 * `npm run soak [-- --minutes 60 --seed 1]`: two browsers talk, and lose their connections, as people do for days. Now
 * and then both rest: what they show is held against what is stored, and what they hold is weighed.
 */
const busyChannels = 3;
/** More than the store keeps the rows of: visiting them makes it let go of the busy ones. */
const quietChannels = 13;
const restsUsual = 12;
const restEveryMost = 120_000;
const thinkMostMs = 700;
const threadsJudged = 10;
/** Shown since the last rest, and some that were there before. */
const overlap = 40;

const options = readSoakOptions(process.argv.slice(2));
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isEnding = true;
  });

const { cores, model } = machine();
console.log(
  `soak: ${options.minutes} minutes, seed ${options.seed}; ${cores} cores (${model}), load ${load()}`,
);
const stage = await raiseStage();
try {
  process.exitCode = (await soak(stage, options)) ? 0 : 1;
} finally {
  await stage.end();
}
process.exit();

async function soak(on: Stage, { minutes, seed }: SoakOptions): Promise<boolean> {
  const { room } = on;
  const other = await room.join('Bo Browser');
  const busy: Place[] = [];
  const quiet: Place[] = [];
  while (busy.length < busyChannels) busy.push(await room.channel('busy', [other]));
  while (quiet.length < quietChannels) quiet.push(await room.channel('quiet', [other]));
  for (const { id } of quiet) await room.postMany(other, id, 3, (index) => `quiet words ${index}`);
  const chance = dice(seed);
  const people = [
    await Person.sitDown(on, { letter: 'a', person: room.owner, places: busy, seed: chance(2 ** 30) }),
    await Person.sitDown(on, { letter: 'b', person: other, places: busy, seed: chance(2 ** 30) }),
  ];
  const subjects: Subject[] = people.map((person) => ({ person, samples: [], compared: 0 }));
  const faults = noFaults();
  const startedMs = Date.now();
  const untilMs = startedMs + minutes * 60_000;
  const everyMs = Math.min(restEveryMost, (minutes * 60_000) / restsUsual);
  await rest(subjects, busy, quiet, faults, 0);
  let before = 0;
  while (Date.now() < untilMs && !isEnding) {
    await Promise.all(people.map((person) => live(person, Math.min(untilMs, Date.now() + everyMs))));
    const messages = people.reduce((sum, { written }) => sum + written.size, 0);
    await rest(subjects, busy, quiet, faults, messages - before + overlap);
    before = messages;
    say(startedMs, subjects, faults);
  }
  for (const subject of subjects) await readAll(subject, busy, faults);
  faults.others.push(...people.flatMap((person) => person.faults));
  console.log(`\n${report(subjects, faults)}\n`);
  return isSound(subjects, faults);
}

async function live(person: Person, untilMs: number): Promise<void> {
  while (Date.now() < untilMs && !isEnding) {
    await person.act();
    await wait(person.dice(thinkMostMs));
  }
}

/** Both are back and idle: what they were told live is judged, and what they hold then is the same each time. */
async function rest(
  subjects: readonly Subject[],
  busy: readonly Place[],
  quiet: readonly Place[],
  faults: Faults,
  most: number,
): Promise<void> {
  const people = subjects.map(({ person }) => person);
  await Promise.all(people.map((person) => person.isBack()));
  for (const person of people) await person.tidy();
  await judgeStored(people, faults);
  await Promise.all(
    subjects.map(async (subject) => {
      const { person, samples } = subject;
      for (const place of busy)
        if (most > 0) subject.compared += await judgeChannel(person, place, most, faults);
      for (const place of [...quiet, ...busy.slice(0, 1)]) await open(person, place);
      const messages = people.reduce((sum, { written }) => sum + written.size, 0);
      samples.push({ messages, ...(await footprintOf(person.page, person.debug)) } satisfies Sample);
    }),
  );
}

async function open({ page }: Person, { name }: Place): Promise<void> {
  await channelLink(page, name).click();
  await composer(page)
    .and(page.getByRole('textbox', { name: new RegExp(name) }))
    .waitFor();
  await log(page).waitFor();
}

/** At last everything, by both: each channel to its beginning, and the threads of most replies. */
async function readAll(subject: Subject, busy: readonly Place[], faults: Faults): Promise<void> {
  const { person } = subject;
  for (const place of busy) {
    subject.compared += await judgeChannel(person, place, Infinity, faults);
    const { threads } = await storedIn(person.room, place.id);
    for (const ts of threads.slice(-threadsJudged))
      subject.compared += await judgeThread(person, place, ts, faults);
  }
}

function say(startedMs: number, subjects: readonly Subject[], faults: Faults): void {
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const held = subjects.map(({ person, samples }) => {
    const last = samples.at(-1);
    return `${person.letter} ${((last?.heapBytes ?? 0) / 1e6).toFixed(1)} MB ${last?.elements ?? 0} elements`;
  });
  const messages = subjects[0]?.samples.at(-1)?.messages ?? 0;
  const { missing, doubled, misplaced, others } = faults;
  const count = [missing, doubled, misplaced, others].flat().length;
  console.log(`${clock}  ${messages} messages  ${held.join('  ')}  ${count} faults  load ${load()}`);
}
