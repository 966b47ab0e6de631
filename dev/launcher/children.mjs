import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * wrangler's own children (workerd, esbuild), as dev/launcher/inside-wrangler.mjs reports them. One that outlives
 * a killed wrangler holds the port and, worse, the SQLite files: it is ended when wrangler ends, or, where the
 * launcher was killed too, by the next start.
 * @param {string} dataDir
 */
export function keepChildren(dataDir) {
  const file = join(dataDir, 'children.json');
  /** @type {Set<number>} */
  const pids = new Set();
  return {
    /** @param {number} pid */
    add(pid) {
      pids.add(pid);
      writeFileSync(file, JSON.stringify([...pids]));
    },
    endAll() {
      for (const pid of pids) endIfOurs(pid);
      rmSync(file, { force: true });
    },
    endLeftOver() {
      for (const pid of read(file)) endIfOurs(pid);
      rmSync(file, { force: true });
    },
  };
}

/**
 * @param {string} file
 * @returns {number[]}
 */
function read(file) {
  try {
    return /** @type {number[]} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

/**
 * A number may belong to someone else by now, so what runs under it is looked at first.
 * @param {number} pid
 */
function endIfOurs(pid) {
  if (!/\b(workerd|esbuild|wrangler|vite)\b/.test(commandOf(pid))) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/**
 * @param {number} pid
 * @returns {string}
 */
function commandOf(pid) {
  try {
    // Linux images without `ps` are common.
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
