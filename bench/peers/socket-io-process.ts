import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** As much of socket.io as its documentation's chat uses. */
process.once('message', (options) => {
  const { port } = options as { port: number };
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
  let seq = 0;
  server.on('connection', (socket) => {
    socket.on('message', ({ text }: { text: string }) => {
      seq += 1;
      server.emit('message', { seq, ts: Date.now(), text });
    });
  });
  http.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => process.send?.('ready'));
});
process.once('disconnect', () => process.exit(0));
