/** Above this many entries a second a log is hot: one hand-over for several entries costs each socket one send. */
const hotPerSecond = 50;
const windowMs = 1_000;
/** Within this time entries of a hot log gather. The price is latency, so only then. */
export const gatherMs = 25;

/** Tells a hot log by how far its head went within the last second. */
export class Heat {
  #marks: { atMs: number; seq: number }[] = [];

  isHot(nowMs: number, head: number): boolean {
    this.#marks = this.#marks.filter((mark) => nowMs - mark.atMs < windowMs);
    if (this.#marks.at(-1)?.atMs !== nowMs) this.#marks.push({ atMs: nowMs, seq: head });
    const oldest = this.#marks[0];
    return oldest !== undefined && head - oldest.seq > hotPerSecond;
  }
}
