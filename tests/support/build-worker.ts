import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { quiet } from '../../dev/launcher/quiet.mjs';
import { Configuration } from './house-options.ts';
import type { ConfigurationFile } from './read-configuration.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a deployment would upload, made by wrangler itself without uploading it, and its configuration beside it.
 * @returns the folder it lies in, for the caller to delete
 */
export async function buildWorker(file: ConfigurationFile): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'edgewise-build-'));
  const wrangler = join(root, 'node_modules/wrangler/wrangler-dist/cli.js');
  const args = ['deploy', '--dry-run', `--outdir=${folder}`, `--config=${join(root, file)}`];
  await promisify(execFile)(process.execPath, [wrangler, ...args], {
    cwd: root,
    env: { ...process.env, ...quiet },
  });
  // Only here, since loading wrangler takes a second.
  const { readConfiguration } = await import('./read-configuration.ts');
  await writeFile(join(folder, 'configuration.json'), JSON.stringify(readConfiguration(file)));
  return folder;
}

export interface BuiltWorker {
  readonly script: string;
  readonly configuration: Configuration;
}

/** Development's Worker: that of this run where vitest's set-up made it, else made once per process. */
export async function builtWorker(): Promise<BuiltWorker> {
  const folder = process.env[folderOfRun] ?? (await (ours ??= buildOurs()));
  return {
    script: await readFile(join(folder, 'worker.js'), 'utf8'),
    configuration: v.parse(
      Configuration,
      JSON.parse(await readFile(join(folder, 'configuration.json'), 'utf8')),
    ),
  };
}

const folderOfRun = 'EDGEWISE_BUILD';
let ours: Promise<string> | undefined;

async function buildOurs(): Promise<string> {
  const folder = await buildWorker('dev/wrangler.toml');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** vitest's global set-up: one build for all files of a run. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await buildWorker('dev/wrangler.toml');
  process.env[folderOfRun] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
