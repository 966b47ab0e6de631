import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseNode } from './node-binary.mjs';

const looksEveryMs = 100;
const looksAtMost = 600;

/**
 * Builds the client, and again whenever its sources change. A child in our process group, as wrangler is.
 * @param {import('./settings.mjs').Settings} settings
 * @param {(pid: number) => void} started told of its process, so that a killed launcher leaves none behind
 */
export function buildClient({ root }, started) {
  const folder = join(root, '.cache/web');
  // wrangler looks for it at its start, and vite fills it soon after.
  mkdirSync(folder, { recursive: true });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(root, 'web/vite.config.ts');
  const guard = join(root, 'dev/launcher/ends-with-launcher.mjs');
  const args = ['--import', guard, vite, 'build', '--watch', `--config=${config}`, '--logLevel=error'];
  const child = spawn(chooseNode(), args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (child.pid !== undefined) started(child.pid);
  let isOver = false;
  child.on('exit', () => {
    isOver = true;
  });
  return {
    /** Settles when there is a page to show, or none will come. */
    built: untilBuilt(join(folder, 'index.html'), () => isOver),
    stop: () => child.kill('SIGTERM'),
  };
}

/**
 * @param {string} page
 * @param {() => boolean} isOver
 */
async function untilBuilt(page, isOver) {
  for (let look = 0; look < looksAtMost && !existsSync(page) && !isOver(); look += 1)
    await new Promise((resolve) => setTimeout(resolve, looksEveryMs));
}
