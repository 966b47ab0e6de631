import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringPackages } from '../support/apt.ts';
import { startHouse, type House } from '../support/house.ts';
import { runFolder } from '../support/run-folder.ts';
import { runProgram } from './languages/run-program.ts';

/** Where Debian's packages put a compiler and the sources. */
const compiler = '/usr/bin/go';
const sources = '/usr/share/gocode';
const packages = ['golang-go', 'golang-github-slack-go-slack-dev'];
const isHere = (): boolean =>
  existsSync(compiler) && existsSync(`${sources}/src/github.com/slack-go/slack/slack.go`);
const timeMaxMs = 300_000;

let house: House;
beforeAll(async () => {
  house = await startHouse();
  if (!isHere()) await bringPackages(packages);
}, 2 * timeMaxMs);
afterAll(() => house.stop());

test('slack-go, unchanged, reads all that it is answered', { timeout: timeMaxMs }, async ({ skip }) => {
  // Only in CI must they be there.
  if (!isHere() && process.env['CI'] !== 'true')
    skip(`NOT RUN, slack-go is not here: apt-get install ${packages.join(' ')}`);
  const { steps, expected, calls } = await runProgram(house, [await build()]);
  expect(steps).toEqual(expected);
  expect(calls).toBeGreaterThan(50);
});

async function build(): Promise<string> {
  const program = join(runFolder(), 'calls-by-slack-go');
  const source = fileURLToPath(new URL('languages/go/main.go', import.meta.url));
  await promisify(execFile)(compiler, ['build', '-o', program, source], {
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: sources,
      GOFLAGS: '',
      GOCACHE: join(runFolder(), 'go'),
    },
  });
  return program;
}
