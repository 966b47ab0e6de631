import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Secrets
 * @property {string} AUTH_SECRET
 * @property {string} OUTBOX_SECRET
 * @property {string} SETUP_SECRET
 */

/**
 * Made once for a DATA_DIR and kept in it, since sessions and links outlive a restart.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function keepSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  /** @type {Partial<Secrets>} */
  let kept = {};
  try {
    kept = /** @type {Partial<Secrets>} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The first start, or a file cut short by a kill: made anew.
  }
  const secrets = {
    AUTH_SECRET: kept.AUTH_SECRET ?? randomBytes(32).toString('base64url'),
    OUTBOX_SECRET: kept.OUTBOX_SECRET ?? randomBytes(18).toString('base64url'),
    SETUP_SECRET: kept.SETUP_SECRET ?? randomBytes(18).toString('base64url'),
  };
  writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/**
 * A new file each time: the mode of `writeFileSync` is ignored for one that exists.
 * @param {string} file
 * @param {string} text
 */
export function writePrivate(file, text) {
  rmSync(file, { force: true });
  writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
}
