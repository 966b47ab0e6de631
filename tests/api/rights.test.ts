import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UpFrame } from '../../protocol/frames.ts';
import { methods } from '../../protocol/methods.ts';
import { startHouse, type House } from '../support/house.ts';
import { columns, type Column } from './rights/columns.ts';
import { frameFamilies } from './rights/expected-frames.ts';
import { methodFamilies } from './rights/expected-methods.ts';
import { faultsOf, rowsOf } from './rights/family.ts';
import { mayBeEmpty } from './rights/may-be-empty.ts';
import { provokeCall } from './rights/provoke-call.ts';
import { provokeFrame } from './rights/provoke-frame.ts';
import type { Row } from './rights/read-table.ts';
import { rightsFile, rightsPage } from './rights/rights-page.ts';
import type { Scenes } from './rights/scene.ts';
import { accountScenes } from './rights/scenes/account.ts';
import { chatScenes } from './rights/scenes/chat.ts';
import { conversationsScenes } from './rights/scenes/conversations.ts';
import { credentialsScenes } from './rights/scenes/credentials.ts';
import { emojiScenes } from './rights/scenes/emoji.ts';
import { peopleScenes } from './rights/scenes/people.ts';
import { usergroupsScenes } from './rights/scenes/usergroups.ts';
import { makeStage, type Stage } from './rights/stage.ts';
import { words } from './rights/words.ts';

const scenes: Scenes = {
  ...accountScenes,
  ...chatScenes,
  ...conversationsScenes,
  ...credentialsScenes,
  ...emojiScenes,
  ...peopleScenes,
  ...usergroupsScenes,
};
const methodRows = rowsOf(methodFamilies);
const frameRows = rowsOf(frameFamilies);
const frames = UpFrame.options.map(({ entries }) => entries.type.literal);

describe('the matrix', () => {
  test('has a row for each method, and each frame on each kind of socket, and none for what is not there', () => {
    expect(subjectsOf(methodRows)).toEqual(Object.keys(methods).toSorted());
    const ofEach = frameFamilies.map((family) => subjectsOf(rowsOf([family])));
    expect(ofEach).toEqual(frameFamilies.map(() => frames.toSorted()));
    for (const families of [methodFamilies, frameFamilies]) expect(faultsOf(families)).toEqual([]);
  });

  test('has a call for each row', () => {
    expect(methodRows.map(({ name }) => name).filter((name) => scenes[name] === undefined)).toEqual([]);
  });

  test('has no empty cell where there is something to try', () => {
    const empty = [...methodRows, ...frameRows].flatMap((row) =>
      columns
        .filter((column) => row.cells[column] === '-' && !mayBeEmpty(row, column))
        .map((column) => `${row.name}: ${column}`),
    );
    expect(empty).toEqual([]);
  });

  test('is in docs/rights.md as it is here: `npm run docs` writes it', () => {
    expect(readFileSync(rightsFile, 'utf8')).toBe(rightsPage());
  });
});

describe.concurrent('each is answered what its cell says, by', () => {
  let house: House;
  let stage: Stage;
  beforeAll(async () => {
    // Hundreds of calls by one token: limits have tests of their own.
    const size = { perSecond: 100_000, burst: 100_000 };
    const tiers = { tier1: size, tier2: size, tier3: size, tier4: size, posting: size };
    house = await startHouse({ vars: { RATE_LIMITS: JSON.stringify(tiers) } });
    stage = await makeStage(house);
  }, stageTimeMaxMs);
  afterAll(() => house.stop());

  test.each(named(methodRows))('the method %s', async (_, row) => {
    const scene = scenes[row.name];
    if (scene === undefined) throw new Error(`no call for ${row.name}`);
    await expectCells(row, (column) => provokeCall(stage, row, scene, column));
  });

  test.each(named(frameRows))('the frame %s', async (_, row) => {
    await expectCells(row, (column) => provokeFrame(stage, row, column));
  });
});

/** A dozen people sign up: on a busy machine that takes a while. */
const stageTimeMaxMs = 180_000;

/** All cells of a row at once: the difference names the columns. */
async function expectCells(row: Row, provoke: (column: Column) => Promise<string>): Promise<void> {
  const tried = columns.filter((column) => row.cells[column] !== '-');
  const answered = await Promise.all(tried.map(async (column) => [column, await provoke(column)] as const));
  expect(Object.fromEntries(answered)).toEqual(
    Object.fromEntries(tried.map((column) => [column, codeOf(row, column)])),
  );
}

function codeOf({ cells }: Row, column: Column): string {
  const cell = cells[column];
  return cell === '-' ? '' : words[cell];
}

/** For titles: vitest cuts a field’s value short. */
const named = (rows: readonly Row[]) => rows.map((row): [string, Row] => [row.name, row]);

const subjectsOf = (rows: readonly Row[]): string[] =>
  [...new Set(rows.map(({ subject }) => subject))].toSorted();
