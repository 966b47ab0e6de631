import { createServer } from 'node:net';

/** Above 32767 the system hands ports out to outgoing connections, and a port can be gone between two starts. */
const [least, most] = [20_000, 29_999];

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = least + Math.floor(Math.random() * (most - least));
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port found between ${least} and ${most}`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
