import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { quiet } from '../../dev/launcher/quiet.mjs';
import { runFolder } from '../../tests/support/run-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a deployment would upload, with the bench's side door; by wrangler itself, once for a run. */
export const edgewiseScript = (): Promise<string> => (made ??= build());
let made: Promise<string> | undefined;

async function build(): Promise<string> {
  const folder = await mkdtemp(join(runFolder(), 'build-'));
  // What wrangler.toml names as the client's files: a bench is without the client.
  await mkdir(join(root, '.cache/web'), { recursive: true });
  const wrangler = join(root, 'node_modules/wrangler/wrangler-dist/cli.js');
  const args = ['deploy', join(root, 'bench/worker/worker.ts'), '--dry-run', `--outdir=${folder}`];
  await promisify(execFile)(process.execPath, [wrangler, ...args], {
    cwd: root,
    env: { ...process.env, ...quiet },
  });
  return readFile(join(folder, 'worker.js'), 'utf8');
}

/** One file that imports nothing but the runtime. */
export const roomScript = async (): Promise<string> =>
  stripTypeScriptTypes(await readFile(join(root, 'bench/worker/room-peer.ts'), 'utf8'));
