import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where a run keeps what it makes. Under vitest it is set and deleted by the global set-up, since a test's own process
 * may be ended without a word; elsewhere (a bench, a try by hand) it goes with this process.
 */
export const runFolderVariable = 'EDGEWISE_RUN';

export function runFolder(): string {
  return process.env[runFolderVariable] ?? (ours ??= makeOurs());
}

let ours: string | undefined;

function makeOurs(): string {
  const folder = makeRunFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const makeRunFolder = (): string => mkdtempSync(join(tmpdir(), 'edgewise-run-'));
