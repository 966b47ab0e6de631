import { gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import type { Commands } from './commands.ts';
import { wires } from './wires.ts';

export async function boot({
  address,
  times,
}: Commands['boot']['input']): Promise<Commands['boot']['output']> {
  const connectMillis: number[] = [];
  const helloMillis: number[] = [];
  let frames: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const once = await bootOnce(address);
    connectMillis.push(once.connectMs);
    helloMillis.push(once.helloMs);
    frames = once.frames;
  }
  const text = frames.join('\n');
  return { connectMillis, helloMillis, bytes: text.length, gzipped: gzipSync(text).length };
}

async function bootOnce(address: Commands['boot']['input']['address']) {
  const { url, headers } = wires.edgewise.connectTo(address);
  const startedAt = performance.now();
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  const frames: string[] = [];
  let openedAt = 0;
  const doneAt = await new Promise<number>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => {
      openedAt = performance.now();
      socket.send(wires.edgewise.greeting ?? '');
    });
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (!wires.edgewise.isReady(text)) return;
      frames.push(text);
      const { last = true } = JSON.parse(text) as { last?: boolean };
      if (last) resolve(performance.now());
    });
  });
  socket.terminate();
  return { connectMs: doneAt - startedAt, helloMs: doneAt - openedAt, frames };
}
