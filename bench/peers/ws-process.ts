import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** The limit: every message goes to every socket at once, and nothing is kept. */
process.once('message', (options) => {
  const { port } = options as { port: number };
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  let seq = 0;
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const { text } = JSON.parse(data.toString()) as { text: string };
      seq += 1;
      const frame = JSON.stringify({ type: 'message', seq, ts: Date.now(), text });
      for (const each of server.clients) each.send(frame);
    });
    socket.send('{"type":"hello"}');
  });
  // The system's usual 511 waiting connections are fewer than come back at once.
  http.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => process.send?.('ready'));
});
process.once('disconnect', () => process.exit(0));
