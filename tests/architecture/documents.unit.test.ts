import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The documents at the top and under docs/, as paths relative to the project. */
const documents = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path)),
].filter((path) => path.endsWith('.md'));

/** What a document links to on the disk; a place within a page is not looked for. */
const targetsOf = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));

test.each(documents)('every relative link of %s leads to a file', (path) => {
  const broken = targetsOf(path).filter((target) => !existsSync(join(root, dirname(path), target)));
  expect(broken).toEqual([]);
});

test('links were found', () => {
  expect(documents.flatMap(targetsOf).length).toBeGreaterThan(100);
});
