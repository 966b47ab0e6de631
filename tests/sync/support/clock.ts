import { onTestFinished, vi } from 'vitest';
import type { Dice } from './dice.ts';

/** Far in the future, so that no alarm fires but when the run says so. */
const startMs = 1_900_000_000_000;

/** Time as the objects see it: it stands still but where the run moves it, backwards too. Ends with the test. */
export class Clock {
  #nowMs = startMs;

  constructor() {
    vi.useFakeTimers({ toFake: ['Date'], now: this.#nowMs });
    onTestFinished(() => {
      vi.useRealTimers();
    });
  }

  advance(byMs: number): void {
    this.#nowMs += byMs;
    vi.setSystemTime(this.#nowMs);
  }
}

/** Ids, and so who is on which gateway, are of the seed. Ends with the test. */
export function seedIds(dice: Dice): void {
  const spy = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint8Array) for (let at = 0; at < array.length; at += 1) array[at] = dice.below(256);
    return array;
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
}
