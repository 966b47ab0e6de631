import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { quiet } from '../../dev/launcher/quiet.mjs';
import { Configuration } from './house-options.ts';
import type { ConfigurationFile } from './read-configuration.ts';
import { makeRunFolder, runFolder, runFolderVariable } from './run-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a deployment would upload, made by wrangler itself without uploading it, and its configuration beside it. */
export async function buildWorker(file: ConfigurationFile, folder: string): Promise<void> {
  const wrangler = join(root, 'node_modules/wrangler/wrangler-dist/cli.js');
  // What wrangler.toml names as the client's files: a house is without the client.
  await mkdir(join(root, '.cache/web'), { recursive: true });
  const args = ['deploy', '--dry-run', `--outdir=${folder}`, `--config=${join(root, file)}`];
  await promisify(execFile)(process.execPath, [wrangler, ...args], {
    cwd: root,
    env: { ...process.env, ...quiet },
  });
  // Only here, since loading wrangler takes a second.
  const { readConfiguration } = await import('./read-configuration.ts');
  await writeFile(join(folder, 'configuration.json'), JSON.stringify(readConfiguration(file)));
}

export interface BuiltWorker {
  readonly script: string;
  readonly configuration: Configuration;
}

/** Development's Worker: made once for a run, by vitest's set-up or by whoever asks first. */
export async function builtWorker(): Promise<BuiltWorker> {
  const folder = join(runFolder(), 'build');
  if (!existsSync(folder)) await (ours ??= buildWorker('dev/wrangler.toml', folder));
  return {
    script: await readFile(join(folder, 'worker.js'), 'utf8'),
    configuration: v.parse(
      Configuration,
      JSON.parse(await readFile(join(folder, 'configuration.json'), 'utf8')),
    ),
  };
}
let ours: Promise<void> | undefined;

/** vitest's global set-up: one build for all files of a run. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = makeRunFolder();
  process.env[runFolderVariable] = folder;
  await buildWorker('dev/wrangler.toml', join(folder, 'build'));
  return () => rm(folder, { recursive: true, force: true });
}
