import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm run build`, into a folder of its own: a development server may be building, too. */
export async function buildClient(folder: string): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config=web/vite.config.ts',
      `--outDir=${folder}`,
      '--emptyOutDir',
      '--logLevel=error',
    ],
    { cwd: root },
  );
}
