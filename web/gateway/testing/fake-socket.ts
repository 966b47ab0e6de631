import type { UpFrame } from '../../../protocol/frames.ts';
import type { Connect, Hint, Hints, SocketEvents } from '../socket.ts';

/** The far end of one socket, played by a test. */
export class FarEnd {
  readonly url: string;
  readonly sent: string[] = [];
  readonly #events: SocketEvents;
  isOpen = false;
  isClosed = false;
  /** The network went away without a word: nothing arrives, on either side. */
  isSilent = false;
  onText: (text: string) => void = () => undefined;

  constructor(url: string, events: SocketEvents) {
    this.url = url;
    this.#events = events;
  }

  open(): void {
    this.isOpen = true;
    this.#events.opened();
  }

  say(frame: object | string): void {
    if (!this.isSilent && !this.isClosed) {
      this.#events.received(typeof frame === 'string' ? frame : JSON.stringify(frame));
    }
  }

  close(code: number): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.#events.closed(code, '');
  }

  /** What the client said, parsed, pings left out. */
  get frames(): UpFrame[] {
    return this.sent.map((text) => JSON.parse(text) as UpFrame).filter(({ type }) => type !== 'ping');
  }

  hear(text: string): void {
    if (this.isSilent || this.isClosed) return;
    this.sent.push(text);
    this.onText(text);
  }

  closedByClient(): void {
    this.isClosed = true;
  }
}

/** Hands each new socket to a test. */
export class FakeNetwork {
  readonly sockets: FarEnd[] = [];
  onConnect: (far: FarEnd) => void = () => undefined;
  #listeners = new Set<(hint: Hint) => void>();

  readonly connect: Connect = (url, events) => {
    const far = new FarEnd(url, events);
    this.sockets.push(far);
    this.onConnect(far);
    return {
      send: (text) => far.hear(text),
      close: () => far.closedByClient(),
    };
  };

  readonly hints: Hints = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  hint(hint: Hint): void {
    for (const listener of this.#listeners) listener(hint);
  }

  get last(): FarEnd {
    const last = this.sockets.at(-1);
    if (last === undefined) throw new Error('nobody connected');
    return last;
  }
}
