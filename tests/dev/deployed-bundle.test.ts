import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtWorker, buildWorker } from '../support/build-worker.ts';
import { runFolder } from '../support/run-folder.ts';

const folder = join(runFolder(), 'deployed');
beforeAll(() => buildWorker('wrangler.toml', folder));

const uploaded = (): string[] => readdirSync(folder).filter((name) => /\.(js|wasm)$/.test(name));

test('what is deployed holds nothing of development', () => {
  const text = uploaded()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  // That the test can see: a deployed class is found.
  expect(text).toMatch(/class Channel\b|Channel = class/);
  for (const word of ['Outbox', 'OUTBOX_SECRET', '/dev/outbox', 'x-outbox-secret', 'DEV_HOSTS'])
    expect(text.includes(word), `the deployed bundle contains ${word}`).toBe(false);
});

test('development’s bundle holds them, so the test above would find them', async () => {
  const { script: text } = await builtWorker();
  for (const word of ['Outbox', 'OUTBOX_SECRET', '/dev/outbox', 'x-outbox-secret', 'DEV_HOSTS'])
    expect(text).toContain(word);
});

test('what is deployed stays below the limit of a free plan', () => {
  const bytes = uploaded().reduce((sum, name) => sum + readFileSync(join(folder, name)).byteLength, 0);
  // 3 MiB compressed; uncompressed it is four times that at most, and this bound is far below either.
  expect(bytes).toBeLessThan(3 * 1024 * 1024);
});

test('what signs nobody in starts without running the accounts’ libraries', () => {
  const text = readFileSync(join(folder, 'main.js'), 'utf8');
  const inNode = text.replaceAll(/from "cloudflare:workers"/g, `from "${runtimeOfNobody}"`);
  writeFileSync(join(folder, 'in-node.mjs'), inNode);
  // What zod leaves on the global object when it runs: better-auth cannot run without it.
  const trace = '__zod_globalRegistry';
  const hasRun = (then: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', then], { cwd: folder, encoding: 'utf8' });
  const start = `const { Store } = await import('./in-node.mjs');`;
  const say = `process.stdout.write(String('${trace}' in globalThis));`;
  expect(hasRun(`${start} ${say}`)).toBe('false');
  const open = `await new Store().requestCode({}).catch(() => undefined);`;
  expect(hasRun(`${start} ${open} ${say}`)).toBe('true');
});

const runtimeOfNobody = `data:text/javascript,${encodeURIComponent('export class DurableObject {}')}`;
