import { WebSocket } from 'ws';
import type { Target } from './commands.ts';
import { wires, type Wire } from './wires.ts';
import { markersIn } from './wires.ts';

/** Half-open handshakes at a time. */
const openingAtOnce = 50;
const reportEveryFrames = 100;
const reportEveryCharacters = 200 * 1024;

/** Sockets that hear the same channel. Counts what comes, and says of each message who has it. */
export class Crowd {
  readonly sockets: WebSocket[] = [];
  frames = 0;
  deliveries = 0;
  onDelivery: (marker: number) => void = () => undefined;
  /** The first fault of any socket: a run with one is no measurement. */
  fault: string | undefined;
  #wire: Wire = wires.plain;
  #channel = '';
  #next = 1;

  async open({ wire, addresses, channel = '' }: Target): Promise<void> {
    this.#wire = wires[wire];
    this.#channel = channel;
    const waiting = [...addresses];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { url, headers } = this.#wire.connectTo(next);
        this.sockets.push(await this.#connect(url, headers));
      }
    };
    await Promise.all(Array.from({ length: openingAtOnce }, worker));
  }

  /** By the sockets in turn. */
  post(): number {
    const marker = this.#next;
    this.#next += 1;
    this.sockets[marker % this.sockets.length]?.send(this.#wire.post(this.#channel, marker));
    return marker;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) {
      socket.removeAllListeners('close');
      socket.terminate();
    }
    this.sockets.length = 0;
  }

  #connect(url: string, headers: Record<string, string>): Promise<WebSocket> {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    let frames = 0;
    let unreported = 0;
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => {
        if (this.#wire.greeting !== undefined) socket.send(this.#wire.greeting);
      });
      socket.on('close', (code: number) => {
        this.fault ??= `a socket closed with ${code}`;
        reject(new Error(this.fault));
      });
      socket.on('message', (data: Buffer) => {
        const text = data.toString('latin1');
        frames += 1;
        unreported += text.length;
        if (this.#wire.isReady(text)) resolve(socket);
        else this.#hear(socket, text);
        if (frames % reportEveryFrames === 0 || unreported > reportEveryCharacters) {
          unreported = 0;
          const report = this.#wire.position?.(frames);
          if (report !== undefined) socket.send(report);
        }
      });
    });
  }

  #hear(socket: WebSocket, text: string): void {
    if (this.#wire.isRefusal(text)) this.fault ??= text;
    const answer = this.#wire.answer?.(text);
    if (answer !== undefined) socket.send(answer);
    const markers = markersIn(text);
    if (markers.length === 0) return;
    this.frames += 1;
    this.deliveries += markers.length;
    for (const marker of markers) this.onDelivery(marker);
  }
}
