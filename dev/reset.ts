import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './launcher/fail.mjs';
import { isLocked } from './launcher/lock.mjs';
import { readSettings } from './launcher/settings.mjs';
import { stateNames } from './launcher/state.mjs';

/** `npm run reset`: forgets every workspace, account and secret of this DATA_DIR. */
const { dataDir } = readSettings();
if (await isLocked(dataDir))
  fail(`a server runs on ${dataDir}: stop it first (Ctrl-C where it was started).`);
// By name, never the folder itself: DATA_DIR may have been set to one that holds more.
const found = stateNames.filter((name) => existsSync(join(dataDir, name)));
for (const name of found) rmSync(join(dataDir, name), { recursive: true, force: true });
console.log(found.length === 0 ? `${dataDir} was empty.` : `${dataDir} is empty now.`);
