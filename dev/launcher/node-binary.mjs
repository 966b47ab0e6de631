import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { root } from './settings.mjs';

/** wrangler asks for 22; our scripts are TypeScript, which Node runs by itself from this one on. */
const leastVersion = [22, 18];

/**
 * The Node that everything but the launcher runs in: the one that `npm ci` brought where it has one for this
 * machine (found by its file, since two packages own the bin `node` and npm 10 then links neither), else our own.
 */
export function chooseNode() {
  if (!existsSync(join(root, 'node_modules/wrangler/package.json')))
    fail('the packages are not installed: run `npm ci` first.');
  const brought = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(brought)) return brought;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastVersion;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    fail(
      `Node ${leastVersion.join('.')} or newer is needed, this is ${process.versions.node} and no packaged one ` +
        `fits ${process.platform}-${process.arch}: install Node 24 and try again.`,
    );
  return process.execPath;
}
