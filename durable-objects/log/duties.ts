import { withinLimit } from './time-limit.ts';

/** Something that an object must do at a time. What is due is derived from stored rows, so that no death forgets it. */
export interface Duty {
  readonly name: string;
  /** Milliseconds; undefined when nothing is pending. */
  dueAt(): number | undefined;
  run(nowMs: number): Promise<void>;
}

const retryFirstMs = 250;
/** The longest wait between two tries. What is set for later than that was set before the clock jumped back. */
export const retryMostMs = 30_000;
const duringLimitMs = 20_000;
/** An alarm at once would spin on a duty that stays due. */
const soonestMs = 50;

export const backoffMs = (failures: number): number =>
  Math.min(retryFirstMs * 2 ** (failures - 1), retryMostMs);

/** When to try again: now, if the clock jumped back since that was set. */
export const retryTime = (retryAtMs: number, nowMs: number, mostMs = retryMostMs): number =>
  retryAtMs - nowMs > mostMs ? nowMs : retryAtMs;

/**
 * What `alarm()` does: runs the duties that are due side by side, each under its own try and limit, and says when
 * to wake for the earliest one left. It never throws: a throwing alarm is given up after six tries.
 */
export class Duties {
  readonly #duties: readonly Duty[];
  readonly #failures = new Map<string, { count: number; retryAtMs: number }>();

  constructor(duties: readonly Duty[]) {
    this.#duties = duties;
  }

  async run(nowMs: number, now: () => number): Promise<void> {
    const due = this.#duties.filter((duty) => {
      const at = this.#dueAt(duty, nowMs);
      return at !== undefined && at <= nowMs;
    });
    await Promise.all(due.map((duty) => this.#runOne(duty, nowMs, now)));
  }

  /** When the next alarm is wanted, given the time of now. */
  nextAt(nowMs: number): number | undefined {
    const times = this.#duties.map((duty) => this.#dueAt(duty, nowMs)).filter((at) => at !== undefined);
    return times.length === 0 ? undefined : Math.max(Math.min(...times), nowMs + soonestMs);
  }

  #dueAt(duty: Duty, nowMs: number): number | undefined {
    const at = duty.dueAt();
    if (at === undefined) return undefined;
    return Math.max(at, retryTime(this.#failures.get(duty.name)?.retryAtMs ?? 0, nowMs));
  }

  async #runOne(duty: Duty, nowMs: number, now: () => number): Promise<void> {
    try {
      await withinLimit(`duty ${duty.name}`, duringLimitMs, duty.run(nowMs));
      this.#failures.delete(duty.name);
    } catch (error) {
      const count = (this.#failures.get(duty.name)?.count ?? 0) + 1;
      this.#failures.set(duty.name, { count, retryAtMs: now() + backoffMs(count) });
      console.warn(JSON.stringify({ event: 'duty_failed', duty: duty.name, count, reason: String(error) }));
    }
  }
}
