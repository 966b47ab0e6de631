import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { topFolder, violations } from './rules.ts';
import { sourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = sourceFiles(root);

test('every file keeps the import table', () => {
  const found = files.flatMap((path) => violations(path, readFileSync(join(root, path), 'utf8')));
  assert.deepEqual(found, []);
});

test('all folders were read', () => {
  const least: Record<string, number> = {
    protocol: 20,
    domain: 8,
    db: 5,
    platform: 12,
    'durable-objects': 20,
    workers: 20,
    dev: 15,
    tests: 8,
  };
  for (const [folder, count] of Object.entries(least)) {
    const read = files.filter((path) => topFolder(path) === folder).length;
    assert.ok(read >= count, `${folder}/: ${read} files read, at least ${count} expected`);
  }
});

const forbidden: [name: string, path: string, source: string][] = [
  ['a static import', 'protocol/a.ts', `import { b } from '../domain/b.ts';`],
  ['a type-only import', 'domain/a.ts', `import type { B } from '../platform/b.ts';`],
  ['a type in braces', 'domain/a.ts', `import { type B } from '../db/b.ts';`],
  ['an import for its effect', 'workers/api/a.ts', `import '../../durable-objects/b.ts';`],
  ['a dynamic import', 'workers/api/a.ts', `const b = await import('../../durable-objects/b.ts');`],
  ['a type that imports', 'platform/a.ts', `let b: import('../workers/b.ts').B;`],
  ['an export from', 'durable-objects/a.ts', `export { b } from '../workers/b.ts';`],
  ['an export of all', 'durable-objects/a.ts', `export * from '../workers/b.ts';`],
  ['an export of a type', 'web/a.tsx', `export type { B } from '../db/b.ts'; const c = <p>b</p>;`],
  ['an import of tests', 'dev/a.mjs', `import '../tests/support/b.ts';`],
  ['the deployed Worker in dev/', 'dev/demo.ts', `import main from '../workers/main.ts';`],
  ['a configuration at the top', 'workers/a.ts', `import config from '../vitest.config.ts';`],
  ['a runtime of one kind', 'domain/a.ts', `import { join } from 'node:path';`],
  ['a computed target', 'workers/a.ts', `const b = await import(name);`],
  ['a folder nobody knows', 'lib/a.ts', `export const b = 1;`],
];
for (const [name, path, source] of forbidden) {
  test(`is caught: ${name}`, () => assert.equal(violations(path, source).length, 1));
}

const allowed: [path: string, source: string][] = [
  ['workers/main.ts', `export { Channel } from '../durable-objects/channel/channel.ts';`],
  ['dev/worker.ts', `import main from '../workers/main.ts';`],
  ['domain/a.ts', `import * as v from 'valibot'; import { b } from './b/c.ts'; import '../protocol/d.ts';`],
  ['tests/api/a.test.ts', `import '../../durable-objects/b.ts'; import '../../dev/client.ts';`],
  ['platform/a.ts', `const text = "import '../workers/b.ts'"; // import '../workers/c.ts'`],
];
for (const [path, source] of allowed) {
  test(`is allowed: ${source}`, () => assert.deepEqual(violations(path, source), []));
}
