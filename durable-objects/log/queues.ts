import { backoffMs, retryTime } from './duties.ts';

/** What came of one piece of work: there may be more; the queue is done for now; try this one again after a while. */
export type Step = 'more' | 'done' | { readonly waitMs: number };

/**
 * Work that is done in order, queue by queue: one that fails waits for its own retry time and holds up no other. It is
 * memory alone. After a death each queue is tried at once, so a piece must be safe to repeat.
 */
export class Queues<Key extends string> {
  readonly #now: () => number;
  readonly #running = new Map<Key, Promise<void>>();
  readonly #waiting = new Map<Key, { readonly failures: number; readonly retryAtMs: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Those that failed last. */
  waiting(): Key[] {
    return [...this.#waiting.keys()];
  }

  retryAt(key: Key): number {
    return retryTime(this.#waiting.get(key)?.retryAtMs ?? 0, this.#now());
  }

  /** Joins the work on this queue if it is under way. Never throws. */
  work(key: Key, step: () => Promise<Step>): Promise<void> {
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const work = this.#work(key, step).finally(() => this.#running.delete(key));
    this.#running.set(key, work);
    return work;
  }

  /** When nothing of what is under way now is so any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #work(key: Key, step: () => Promise<Step>): Promise<void> {
    for (;;) {
      const outcome = await this.#try(key, step);
      if (typeof outcome === 'object') {
        const failures = (this.#waiting.get(key)?.failures ?? 0) + 1;
        this.#waiting.set(key, { failures, retryAtMs: this.#now() + outcome.waitMs });
        return;
      }
      this.#waiting.delete(key);
      if (outcome === 'done') return;
    }
  }

  async #try(key: Key, step: () => Promise<Step>): Promise<Step> {
    try {
      return await step();
    } catch (error) {
      console.warn(JSON.stringify({ event: 'queue_failed', queue: key, reason: String(error) }));
      return { waitMs: backoffMs((this.#waiting.get(key)?.failures ?? 0) + 1) };
    }
  }
}
