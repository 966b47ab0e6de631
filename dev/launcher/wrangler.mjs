import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chooseNode } from './node-binary.mjs';
import { quiet } from './quiet.mjs';

/**
 * Starts `wrangler dev`: a child in our process group, never detached, so that one Ctrl-C or one kill of the group
 * reaches all. Its entry is called directly: bin/wrangler.js is one more process, and passes no SIGHUP on.
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} environmentFile
 */
export function startWrangler(settings, environmentFile) {
  const { root, host, port, dataDir } = settings;
  const temporary = join(dataDir, 'tmp');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  const args = [
    '--no-warnings',
    '--import',
    join(root, 'dev/launcher/inside-wrangler.mjs'),
    join(root, 'node_modules/wrangler/wrangler-dist/cli.js'),
    'dev',
    `--config=${join(root, 'dev/wrangler.toml')}`,
    `--ip=${host}`,
    `--port=${port}`,
    // Any free one: two servers on one machine must not quarrel over 9229.
    '--inspector-port=0',
    `--persist-to=${dataDir}`,
    `--env-file=${environmentFile}`,
    `--log-level=${process.env['WRANGLER_LOG'] || 'error'}`,
    '--show-interactive-dev-session=false',
  ];
  return spawn(chooseNode(), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...quiet,
      // Else both lie in the home folder, shared with every other wrangler of this user.
      WRANGLER_REGISTRY_PATH: join(dataDir, 'registry'),
      WRANGLER_CACHE_DIR: join(dataDir, 'cache'),
      // What a killed one leaves behind is cleared by the next start.
      TMPDIR: temporary,
    },
  });
}
