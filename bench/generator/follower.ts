import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { version } from '../../protocol/version.ts';
import type { Address, WireName } from './commands.ts';
import { wires } from './wires.ts';

interface Frame {
  readonly type: string;
  readonly channel?: string;
  readonly seq?: number;
  readonly after?: number;
  readonly client_msg_id?: string;
  readonly events?: readonly Frame[];
  readonly channels?: unknown;
}

const reportEveryFrames = 50;
const retryMs = 20;
const connectTimeMaxMs = 120_000;

/** One client that comes back with its cursors, and judges what it gets by docs/gateway.md. */
export class Follower {
  readonly address: Address;
  /** The last `seq` that it has of each channel, and the one it began with. */
  readonly cursors = new Map<string, number>();
  readonly begins = new Map<string, number>();
  readonly seen = new Set<string>();
  readonly #messages = new Set<string>();
  gaps = 0;
  doubles = 0;
  repeats = 0;
  resets = 0;
  readonly #wireName: WireName;
  #socket: WebSocket | undefined;

  constructor(wireName: WireName, address: Address) {
    this.#wireName = wireName;
    this.address = address;
  }

  /** Resolves when it has everything that it missed. A refused connection is tried again. */
  async connect(): Promise<void> {
    const until = performance.now() + connectTimeMaxMs;
    while (!(await this.#try())) {
      if (performance.now() > until) throw new Error('no connection');
      await wait(retryMs);
    }
  }

  end(): void {
    this.#socket?.terminate();
  }

  #try(): Promise<boolean> {
    this.end();
    const wire = wires[this.#wireName];
    const { url, headers } = wire.connectTo(this.address);
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.#socket = socket;
    const isReturning = this.cursors.size > 0;
    let frames = 0;
    return new Promise((resolve) => {
      socket.on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      socket.on('open', () => {
        if (this.#wireName === 'edgewise') {
          socket.send(JSON.stringify({ type: 'hello', version, cursors: Object.fromEntries(this.cursors) }));
        } else if (wire.greeting !== undefined) socket.send(wire.greeting);
      });
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        frames += 1;
        if (frames % reportEveryFrames === 0 && wire.position !== undefined)
          socket.send(wire.position(frames));
        if (this.#wireName !== 'edgewise') {
          if (wire.isReady(text)) resolve(true);
          return;
        }
        const frame = JSON.parse(text) as Frame;
        this.#hear(frame);
        if (frame.type === (isReturning ? 'resumed' : 'hello')) resolve(true);
      });
    });
  }

  #hear(frame: Frame): void {
    if (frame.type === 'batch') for (const event of frame.events ?? []) this.#hear(event);
    else if (frame.type === 'hello') this.#begin((frame.channels ?? []) as { id: string; head: number }[]);
    else if (frame.type === 'resumed') {
      for (const place of Object.values((frame.channels ?? {}) as Record<string, object>))
        if ('reset' in place) this.resets += 1;
    } else if (frame.type === 'resume') {
      const cursors = Object.fromEntries(this.cursors);
      this.#socket?.send(JSON.stringify({ type: 'hello', version, cursors }));
    } else if (frame.type !== 'ack') this.#apply(frame);
  }

  #begin(lines: readonly { readonly id: string; readonly head: number }[]): void {
    for (const { id, head } of lines) {
      if (this.cursors.has(id)) continue;
      this.cursors.set(id, head);
      this.begins.set(id, head);
    }
  }

  #apply({ channel = '', seq, after, client_msg_id: messageId }: Frame): void {
    const cursor = this.cursors.get(channel);
    if (seq === undefined || cursor === undefined) return;
    if (seq <= cursor) {
      this.repeats += 1;
      return;
    }
    if ((after ?? seq - 1) !== cursor) this.gaps += 1;
    this.seen.add(`${channel} ${seq}`);
    // The same message at two places of the log.
    if (messageId !== undefined && this.#messages.has(messageId)) this.doubles += 1;
    this.#messages.add(messageId ?? '');
    this.cursors.set(channel, seq);
  }
}
