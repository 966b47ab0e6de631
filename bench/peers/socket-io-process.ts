import { createServer } from 'node:http';
import { createRequire } from 'node:module';

/** As much of socket.io as its documentation's chat uses; it is a peer only where it is installed. */
interface SocketIo {
  Server: new (
    http: ReturnType<typeof createServer>,
    options: { transports: string[]; perMessageDeflate: boolean },
  ) => {
    on(event: 'connection', heard: (socket: SocketIoSocket) => void): void;
    emit(event: string, body: object): void;
  };
}
interface SocketIoSocket {
  on(event: 'message', heard: (body: { text: string }) => void): void;
}

process.once('message', (options) => {
  const { port } = options as { port: number };
  const { Server } = createRequire(import.meta.url)('socket.io') as SocketIo;
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
  let seq = 0;
  server.on('connection', (socket) => {
    socket.on('message', ({ text }) => {
      seq += 1;
      server.emit('message', { seq, ts: Date.now(), text });
    });
  });
  http.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => process.send?.('ready'));
});
process.once('disconnect', () => process.exit(0));
