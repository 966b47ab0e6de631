import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const installTimeMaxMs = 300_000;

/** Brings packages of Debian's, on a Debian where we may; whether what was wanted is there then, the caller looks. */
export async function bringPackages(packages: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.log(`not here: apt-get install ${packages.join(' ')}`);
  try {
    await apt('update');
    await apt('install', '--no-install-recommends', ...packages);
  } catch (error) {
    console.error(`that failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const apt = (...args: readonly string[]): Promise<unknown> =>
  run('apt-get', ['-yqq', ...args], {
    timeout: installTimeMaxMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
