import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the client holds none of the schemas of Block Kit: it shows what the server has judged', () => {
  const seen = new Set(sourceFiles(root).filter((path) => /^web\/.*(?<!\.test)\.tsx?$/.test(path)));
  for (const path of seen) for (const target of runtimeImports(path)) seen.add(target);
  expect(seen.size).toBeGreaterThan(100);
  expect([...seen].filter((path) => path.startsWith('domain/mrkdwn/'))).not.toEqual([]);
  expect([...seen].filter((path) => path.startsWith('protocol/blocks/'))).toEqual([]);
});

/** What is there when the client runs; a type is not. */
function runtimeImports(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8');
  const found = source.matchAll(
    /(?:^|\n)(?:import|export)(?! type)[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/g,
  );
  return [...found]
    .map(([, fixed, lazy]) => join(dirname(path), fixed ?? lazy ?? ''))
    .filter((target) => /\.tsx?$/.test(target) && existsSync(join(root, target)));
}
