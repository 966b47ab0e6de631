import { networkInterfaces } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail } from './fail.mjs';

/**
 * @typedef {object} Settings
 * @property {string} root the project's folder
 * @property {string} host the address listened on
 * @property {number} port
 * @property {string} url where a browser on this machine finds it, without a slash at its end
 * @property {string} dataDir
 * @property {string[]} hosts the `Host` headers that are served
 */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Of the launcher, the demo, reset and the tests alike, so that all mean the same server.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(env = process.env) {
  const port = Number(env['PORT'] || 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`PORT must be a number from 1 to 65535, not "${env['PORT']}".`);
  const host = env['HOST'] || '127.0.0.1';
  return {
    root,
    host,
    port,
    url: `http://${isLoopback(host) || isWildcard(host) ? '127.0.0.1' : bracketed(host)}:${port}`,
    dataDir: resolve(root, env['DATA_DIR'] || join('.wrangler', 'state')),
    hosts: servedHosts(host, port, env['PUBLIC_URL']),
  };
}

/**
 * Loopback by both of its names; what HOST names beside it; with a wildcard, every address of this machine.
 * A page of a foreign site that rebinds its name to 127.0.0.1 comes with that name, and is refused.
 * @param {string} host
 * @param {number} port
 * @param {string | undefined} publicUrl
 */
function servedHosts(host, port, publicUrl) {
  const names = ['localhost', '127.0.0.1'];
  if (isWildcard(host)) {
    for (const addresses of Object.values(networkInterfaces()))
      for (const { address } of addresses ?? []) names.push(bracketed(address));
  } else if (!isLoopback(host)) names.push(bracketed(host));
  const hosts = names.map((name) => (port === 80 ? name : `${name}:${port}`));
  if (publicUrl && URL.canParse(publicUrl)) hosts.push(new URL(publicUrl).host);
  return [...new Set(hosts)];
}

/** @param {string} host */
const isLoopback = (host) => host === '127.0.0.1' || host === 'localhost';
/** @param {string} host */
const isWildcard = (host) => host === '0.0.0.0' || host === '::' || host === '*';
/** @param {string} host */
const bracketed = (host) => (host.includes(':') ? `[${host}]` : host);
