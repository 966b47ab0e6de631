import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { root } from './settings.mjs';

/** The launcher itself runs in whatever Node is installed. */
const leastToLaunch = [20, 0];
/** wrangler asks for 22; our scripts are TypeScript, which Node runs by itself from this one on. */
const leastToRun = [22, 18];

/**
 * The Node that everything but the launcher runs in: the one that `npm ci` brought where it has one for this
 * machine (found by its file, since two packages own the bin `node` and npm 10 then links neither), else our own.
 */
export function chooseNode() {
  if (!isAtLeast(leastToLaunch)) fail(tooOld(leastToLaunch));
  if (!existsSync(join(root, 'node_modules/wrangler/package.json')))
    fail('the packages are not installed: run `npm ci` first.');
  const brought = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(brought)) return brought;
  if (!isAtLeast(leastToRun))
    fail(`no packaged Node fits ${process.platform}-${process.arch}, and ${tooOld(leastToRun)}`);
  return process.execPath;
}

/** @param {number[]} least */
const tooOld = (least) =>
  `Node ${least.join('.')} or newer is needed, this is ${process.versions.node}: install Node 24 and try again.`;

/** @param {number[]} least */
function isAtLeast([leastMajor = 0, leastMinor = 0]) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
