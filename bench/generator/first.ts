import { setTimeout as wait } from 'node:timers/promises';
import type { Target } from './commands.ts';
import { Crowd } from './crowd.ts';

const retryMs = 5;
const timeMaxMs = 60_000;

/** The first delivery of a server that is starting: it is asked until it answers. */
export async function first(target: Target): Promise<void> {
  const until = performance.now() + timeMaxMs;
  const crowd = await connected(target, until);
  await new Promise<void>((resolve) => {
    crowd.onDelivery = () => resolve();
    crowd.post();
  });
  await crowd.close();
}

async function connected(target: Target, until: number): Promise<Crowd> {
  for (;;) {
    const crowd = new Crowd();
    try {
      await crowd.open(target);
      return crowd;
    } catch (error) {
      if (performance.now() > until) throw error;
      await wait(retryMs);
    }
  }
}
