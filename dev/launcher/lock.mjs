import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, relative } from 'node:path';

/**
 * One server for a DATA_DIR: two workerds on one set of SQLite files would both believe that they are the object.
 * A socket in the folder says who is there, since it dies with its process; a pid in a file does not.
 * @param {string} dataDir
 * @returns {Promise<boolean>} whether the lock is ours now, until this process ends
 */
export async function takeLock(dataDir) {
  if (await isLocked(dataDir)) return false;
  const path = socketPath(dataDir);
  rmSync(path, { force: true });
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // Some mounted volumes take no sockets: there the port alone guards.
      resolve(error.code !== 'EADDRINUSE');
    });
    server.listen(path, () => resolve(true));
    server.unref();
  });
}

/**
 * @param {string} dataDir
 * @returns {Promise<boolean>}
 */
export function isLocked(dataDir) {
  return new Promise((resolve) => {
    const socket = connect(socketPath(dataDir));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/**
 * The shorter way to the same file: a socket's path holds about a hundred bytes.
 * @param {string} dataDir
 */
function socketPath(dataDir) {
  const absolute = join(dataDir, 'dev.sock');
  const short = relative(process.cwd(), absolute);
  return short.length < absolute.length ? short : absolute;
}
