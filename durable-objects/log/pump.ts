import { backoffMs, retryTime } from './duties.ts';
import type { Duty } from './duties.ts';
import { withinLimit } from './time-limit.ts';

export interface PumpSource {
  /** The log's head: everything up to it is committed. */
  head(): number;
  /** Hands over entries from `from` on, and answers how far the consumer is now. A throw is tried again later. */
  send(from: number): Promise<number>;
  now(): number;
  /** How long the next batch may gather entries; unset: it goes at once. */
  gatherMs?(): number;
  /** Asks for an alarm: something is pending and this turn did not deliver it. */
  arm(atMs: number): void;
}

const callLimitMs = 5_000;
const roundsWithoutProgressMax = 10;

/**
 * One consumer of a log: its cursor, one batch in flight, its own retry time. A pump that fails delays no other.
 * Late, doubled and overlapping calls must be harmless to the consumer: a call that ran into its limit is repeated.
 */
export class Pump implements Duty {
  readonly name: string;
  readonly #source: PumpSource;
  #cursor: number;
  #isDraining = false;
  /** It is handed what there is next time, if only nothing. */
  #isAsked = false;
  #running: Promise<void> | undefined;
  #failures = 0;
  #retryAtMs = 0;
  #waiting: { seq: number; resolve: (reached: boolean) => void }[] = [];

  constructor(name: string, source: PumpSource, cursor: number) {
    this.name = name;
    this.#source = source;
    this.#cursor = cursor;
  }

  get cursor(): number {
    return this.#cursor;
  }

  /** After a commit: starts at once unless a batch is in flight (it will see the new head) or a retry is waited for. */
  kick(): void {
    const nowMs = this.#source.now();
    if (this.#isDraining || !this.#isPending() || nowMs < retryTime(this.#retryAtMs, nowMs)) return;
    this.#isDraining = true;
    this.#running = this.#drain();
  }

  dueAt(): number | undefined {
    return this.#isPending() ? retryTime(this.#retryAtMs, this.#source.now()) : undefined;
  }

  async run(): Promise<void> {
    this.#retryAtMs = 0;
    this.kick();
    await this.#running;
  }

  /** Resolves with true as soon as the consumer has `seq`, with false at the limit. The work goes on either way. */
  async reached(seq: number, limitMs: number): Promise<boolean> {
    if (this.#cursor >= seq) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiter = { seq, resolve };
    this.#waiting.push(waiter);
    // A caller waits for this one: it is worth a try before the retry time.
    this.#retryAtMs = 0;
    this.kick();
    try {
      return await withinLimit(this.name, limitMs, promise);
    } catch {
      return false;
    } finally {
      this.#waiting = this.#waiting.filter((other) => other !== waiter);
    }
  }

  /** Also at the head the consumer is sent to once, which says where it is: it may have lost its place. */
  async ask(limitMs: number): Promise<void> {
    this.#isAsked = true;
    this.#retryAtMs = 0;
    this.kick();
    await withinLimit(this.name, limitMs, this.#running ?? Promise.resolve()).catch(() => undefined);
  }

  #isPending(): boolean {
    return this.#isAsked || this.#cursor < this.#source.head();
  }

  async #drain(): Promise<void> {
    let stuck = 0;
    try {
      while (this.#isPending()) {
        const gatherMs = this.#source.gatherMs?.() ?? 0;
        if (gatherMs > 0) await sleep(gatherMs);
        const before = this.#cursor;
        this.#isAsked = false;
        this.#cursor = await withinLimit(this.name, callLimitMs, this.#source.send(before + 1));
        this.#failures = 0;
        stuck = this.#cursor > before ? 0 : stuck + 1;
        if (stuck > roundsWithoutProgressMax) throw new Error(`${this.name} makes no progress at ${before}`);
        this.#wakeWaiting();
      }
    } catch (error) {
      this.#failures += 1;
      this.#retryAtMs = this.#source.now() + backoffMs(this.#failures);
      this.#source.arm(this.#retryAtMs);
      console.warn(
        JSON.stringify({
          event: 'consumer_failed',
          consumer: this.name,
          at: this.#cursor,
          reason: String(error),
        }),
      );
    } finally {
      // In the turn that found nothing pending: an entry that comes right after it must find no batch in flight.
      this.#isDraining = false;
    }
  }

  #wakeWaiting(): void {
    for (const waiter of this.#waiting) if (waiter.seq <= this.#cursor) waiter.resolve(true);
  }
}

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
