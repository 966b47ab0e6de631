import { DurableObject } from 'cloudflare:workers';
import type { CounterObject, CounterRequest } from '../../protocol/objects/counter.ts';
import { accept, refuse } from '../../protocol/refusal.ts';

interface Window {
  readonly endsAt: number;
  readonly taken: number;
}

/** Counts one subject in windows: one row, and nothing at all when its window is over. */
export class Counter extends DurableObject implements CounterObject {
  async hasRoom({ limit, windowMs, now = Date.now() }: CounterRequest) {
    const { taken, endsAt } = this.#openWindow(now) ?? { taken: 0, endsAt: now + windowMs };
    return taken < limit ? accept({}) : refuseUntil(endsAt, now);
  }

  async take({ limit, windowMs, now = Date.now() }: CounterRequest) {
    const open = this.#openWindow(now);
    if (open === undefined) return this.#begin(limit, now + windowMs, now);
    if (open.taken >= limit) return refuseUntil(open.endsAt, now);
    this.ctx.storage.kv.put<Window>('window', { ...open, taken: open.taken + 1 });
    return accept({});
  }

  override async alarm(): Promise<void> {
    const window = this.ctx.storage.kv.get<Window>('window');
    // A window may have begun after the one that this alarm was set for.
    if (window !== undefined && window.endsAt > Date.now()) await this.ctx.storage.setAlarm(window.endsAt);
    else await this.ctx.storage.deleteAll();
  }

  #openWindow(now: number): Window | undefined {
    const window = this.ctx.storage.kv.get<Window>('window');
    return window !== undefined && now < window.endsAt ? window : undefined;
  }

  async #begin(limit: number, endsAt: number, now: number) {
    if (limit < 1) return refuseUntil(endsAt, now);
    this.ctx.storage.kv.put<Window>('window', { endsAt, taken: 1 });
    // In the same turn as the row, so that both are stored or neither.
    await this.ctx.storage.setAlarm(endsAt);
    return accept({});
  }
}

const refuseUntil = (endsAt: number, now: number) =>
  refuse('ratelimited', { retryAfterSeconds: Math.max(1, Math.ceil((endsAt - now) / 1_000)) });
