import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;

/** docs/browsers.md lists what the client promises, and says of each whether a test proves it. */
const items = [
  ...readFileSync(join(folder, '../../docs/browsers.md'), 'utf8').matchAll(
    /^\| (\d+) +\| .*\| (tested|not yet|part) +\|/gm,
  ),
].map(([, number = '', state = '']) => ({ number: Number(number), state }));

const tested = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.unit.test.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\btest\(\s*['`](\d+) /g)])
    .map(([, number = '']) => Number(number)),
);

test('the page lists every item once', () => {
  expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 75 }, (_, index) => index + 1));
});

test('what the page claims has a test of its number, and each test is claimed', () => {
  const claimed = items.filter(({ state }) => state !== 'not yet').map(({ number }) => number);
  expect([...tested].sort((a, b) => a - b)).toEqual(claimed);
});
