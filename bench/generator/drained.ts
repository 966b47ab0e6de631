import { setTimeout as wait } from 'node:timers/promises';
import type { Crowd } from './crowd.ts';

/** A server that is slow gets there; one from which nothing comes any more has lost something. */
const silenceMaxMs = 30_000;

/** Waits until every message that is under way has reached its last receiver. */
export async function drained(crowd: Crowd, underWay: ReadonlyMap<number, unknown>): Promise<void> {
  let deliveries = crowd.deliveries;
  let heardAt = performance.now();
  while (underWay.size > 0) {
    if (crowd.fault !== undefined) throw new Error(crowd.fault);
    if (performance.now() - heardAt > silenceMaxMs)
      throw new Error(`${underWay.size} messages did not reach everybody`);
    await wait(2);
    if (crowd.deliveries === deliveries) continue;
    deliveries = crowd.deliveries;
    heardAt = performance.now();
  }
  if (crowd.fault !== undefined) throw new Error(crowd.fault);
}
