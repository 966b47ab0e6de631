import { WebSocket } from 'ws';
import { version } from '../../protocol/version.ts';
import { call } from './ask.ts';

/** A frame as it came: tests say themselves what they expect of it. */
export type Frame = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

export interface ConnectOptions {
  /** The last `seq` seen of each channel, and under the team's id of the Directory. */
  readonly cursors?: Readonly<Record<string, number>>;
  readonly version?: number;
  /** Connects by a one-use address, as a browser must, instead of the header. */
  readonly byTicket?: boolean;
}

/** A socket of the gateway, with every frame kept in the order of its arrival. */
export class GatewayClient {
  readonly frames: Frame[] = [];
  /** Resolves when the socket is closed, by whichever side. */
  readonly closed: Promise<Closed>;
  readonly #socket: WebSocket;
  readonly #changed = new EventTarget();
  /** Up to where `next` has read. */
  #position = 0;
  #isClosed: Closed | undefined;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as Frame);
      this.#tell();
    });
    this.closed = new Promise((resolve) => {
      socket.on('close', (code: number, reason: Buffer) => {
        this.#isClosed = { code, reason: reason.toString() };
        resolve(this.#isClosed);
        this.#tell();
      });
    });
    // A refused connection is told by its close.
    socket.on('error', () => undefined);
  }

  send(frame: Frame): void {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string | Buffer): void {
    this.#socket.send(text);
  }

  /** The next frame that holds, from where the last `next` stopped; those before it are passed over. */
  async next(holds: (frame: Frame) => boolean, timeMaxMs?: number): Promise<Frame> {
    const { frame, position } = await this.#wait(holds, this.#position, timeMaxMs);
    this.#position = position + 1;
    return frame;
  }

  /** The first frame of all that holds, come or still to come. `next` goes on where it was. */
  async find(holds: (frame: Frame) => boolean, timeMaxMs?: number): Promise<Frame> {
    return (await this.#wait(holds, 0, timeMaxMs)).frame;
  }

  /** The answer to a frame that went up with this id. */
  answer(id: number | string, timeMaxMs?: number): Promise<Frame> {
    return this.find((frame) => frame['id'] === id, timeMaxMs);
  }

  async close(): Promise<Closed> {
    this.#socket.close();
    return this.closed;
  }

  /** Without a farewell, as when a train enters a tunnel. */
  terminate(): void {
    this.#socket.terminate();
  }

  /** Stops reading, so that what the server sends piles up. */
  stall(): void {
    this.#socket.pause();
  }

  goOn(): void {
    this.#socket.resume();
  }

  async #wait(
    holds: (frame: Frame) => boolean,
    from: number,
    timeMaxMs = 10_000,
  ): Promise<{ frame: Frame; position: number }> {
    const limit = AbortSignal.timeout(timeMaxMs);
    for (let position = from; ;) {
      for (; position < this.frames.length; position += 1) {
        const frame = this.frames[position];
        if (frame && holds(frame)) return { frame, position };
      }
      if (this.#isClosed) throw this.#failure(`the socket closed with ${this.#isClosed.code}`);
      if (!(await this.#change(limit))) throw this.#failure(`no such frame in ${timeMaxMs} ms`);
    }
  }

  #tell(): void {
    this.#changed.dispatchEvent(new Event('change'));
  }

  /** @returns false when the limit came first */
  #change(limit: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const changed = (): void => {
        limit.removeEventListener('abort', late);
        resolve(true);
      };
      const late = (): void => {
        this.#changed.removeEventListener('change', changed);
        resolve(false);
      };
      if (limit.aborted) return resolve(false);
      this.#changed.addEventListener('change', changed, { once: true });
      limit.addEventListener('abort', late, { once: true });
    });
  }

  #failure(reason: string): Error {
    const seen = this.frames.map((frame) => JSON.stringify(frame).slice(0, 200));
    return new Error(`${reason}; frames seen:\n${seen.join('\n') || '(none)'}`);
  }
}

/** Opens a socket and says hello; `next` then reads from the first frame on. */
export async function connect(
  url: string,
  token: string,
  options: ConnectOptions = {},
): Promise<GatewayClient> {
  const client = await open(url, token, options);
  client.send({ type: 'hello', version: options.version ?? version, cursors: options.cursors ?? {} });
  return client;
}

/** Opens a socket and says nothing. */
export async function open(
  url: string,
  token: string,
  { byTicket }: ConnectOptions = {},
): Promise<GatewayClient> {
  const socket = byTicket
    ? new WebSocket(await ticketUrl(url, token))
    : new WebSocket(`${url.replace(/^http/, 'ws')}/gateway`, {
        headers: { authorization: `Bearer ${token}` },
      });
  const client = new GatewayClient(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return client;
}

async function ticketUrl(url: string, token: string): Promise<string> {
  const answer = await call(url, 'gateway.connect', token, {});
  if (!answer.ok) throw new Error(`gateway.connect answered ${answer.error}`);
  return answer.url;
}
