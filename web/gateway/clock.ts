/** Time and chance, as arguments: tests move them by hand. */
export interface Clock {
  now(): number;
  /** Runs once, after `delayMs`. Answers what cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** At least 0, below 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
