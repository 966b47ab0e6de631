import type { HouseOptions } from '../../tests/support/house-options.ts';
import { readConfiguration } from '../../tests/support/read-configuration.ts';
import { startServer, type Server } from './server.ts';
import { roomScript } from './worker-script.ts';

/** On the same runtime, started the same way. */
export async function startRoom(): Promise<Server> {
  const script = await roomScript();
  const configuration = {
    ...readConfiguration('wrangler.toml'),
    name: 'room',
    objects: { ROOM: 'Room' },
    buckets: [],
    vars: {},
  };
  return startServer({
    name: 'room DO',
    entry: new URL('../../tests/support/house-process.ts', import.meta.url),
    options: (port, dataDir): HouseOptions => ({ script, port, dataDir, configuration, bindings: {} }),
  });
}

export const startWs = (): Promise<Server> =>
  startServer({
    name: 'ws',
    entry: new URL('../peers/ws-process.ts', import.meta.url),
    options: (port) => ({ port }),
  });

export const startSocketIo = (): Promise<Server> =>
  startServer({
    name: 'socket.io',
    entry: new URL('../peers/socket-io-process.ts', import.meta.url),
    options: (port) => ({ port }),
  });
