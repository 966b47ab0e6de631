import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * wrangler would take the next free port instead, and nobody would find it.
 * @param {string} host
 * @param {number} port
 * @param {number} patienceMs how long a taken port may stay taken
 * @returns {Promise<NodeJS.ErrnoException | undefined>} why it cannot be had
 */
export async function whyNoPort(host, port, patienceMs) {
  const until = Date.now() + patienceMs;
  for (;;) {
    const reason = await tryPort(host, port);
    if (reason?.code !== 'EADDRINUSE' || Date.now() >= until) return reason;
    await wait(100);
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<NodeJS.ErrnoException | undefined>}
 */
const tryPort = (host, port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ host: host === '*' ? '::' : host, port, exclusive: true }, () =>
      probe.close(() => resolve(undefined)),
    );
  });
