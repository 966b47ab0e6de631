import { join } from 'node:path';
import { writePrivate } from './secrets.mjs';

/** What a newcomer may say by environment; dev/wrangler.toml has the defaults. */
const passedOn = [
  // Unset, links carry the name that the caller used, so that localhost and 127.0.0.1 both work.
  'PUBLIC_URL',
  'SIGN_UP_POLICY',
  'SIGN_UP_DOMAINS',
  'SIGN_UP_LIMIT_FACTOR',
  'GATEWAY_SHARDS',
  'RATE_LIMITS',
];

/**
 * What the Worker gets beside dev/wrangler.toml, as a file that only we read: arguments stand in the list of processes.
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./secrets.mjs').Secrets} secrets
 * @returns {string} the file
 */
export function writeEnvironment(settings, secrets) {
  /** @type {Record<string, string>} */
  const values = {
    ...secrets,
    DEV_HOSTS: settings.hosts.join(','),
  };
  for (const name of passedOn) {
    const value = process.env[name];
    if (value) values[name] = value;
  }
  const file = join(settings.dataDir, 'dev.env');
  writePrivate(
    file,
    Object.entries(values)
      .map(([name, value]) => `${name}='${value}'`)
      .join('\n'),
  );
  return file;
}
