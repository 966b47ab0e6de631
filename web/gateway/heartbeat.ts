import { heartbeat } from '../../protocol/frames.ts';
import type { Clock } from './clock.ts';

export const pingEveryMs = 25_000;
const pongLimitMs = 10_000;
/** Where there is a reason to doubt the socket. */
const doubtLimitMs = 5_000;

export interface HeartbeatDeps {
  readonly clock: Clock;
  readonly send: (text: string) => void;
  readonly dead: () => void;
}

/** Finds a socket that says nothing any more: neither a page nor a server is told of a network that went away. */
export class Heartbeat {
  readonly #deps: HeartbeatDeps;
  #cancel: () => void = () => undefined;
  #isAsking = false;

  constructor(deps: HeartbeatDeps) {
    this.#deps = deps;
    this.#rest();
  }

  /** Anything that comes is a sign of life. */
  heard(): void {
    this.#isAsking = false;
    this.#rest();
  }

  /** Asks now. */
  doubt(): void {
    this.#ask(doubtLimitMs);
  }

  stop(): void {
    this.#cancel();
  }

  #rest(): void {
    this.#cancel();
    this.#cancel = this.#deps.clock.after(pingEveryMs, () => this.#ask(pongLimitMs));
  }

  #ask(limitMs: number): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#cancel();
    this.#cancel = this.#deps.clock.after(limitMs, this.#deps.dead);
    // Exactly this text: the runtime answers it without waking the object.
    this.#deps.send(heartbeat.ping);
  }
}
