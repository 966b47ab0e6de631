import { setTimeout as wait } from 'node:timers/promises';
import type { Commands } from './commands.ts';
import type { Crowd } from './crowd.ts';
import { drained } from './drained.ts';

export async function saturate(
  crowd: Crowd,
  { inFlight, seconds }: Commands['saturate']['input'],
): Promise<Commands['saturate']['output']> {
  const left = new Map<number, number>();
  let isOver = false;
  let posts = 0;
  const post = (): void => {
    posts += 1;
    left.set(crowd.post(), crowd.sockets.length);
  };
  crowd.onDelivery = (marker) => {
    const receivers = left.get(marker);
    if (receivers === undefined) return;
    if (receivers > 1) {
      left.set(marker, receivers - 1);
      return;
    }
    left.delete(marker);
    if (!isOver) post();
  };
  crowd.frames = 0;
  crowd.deliveries = 0;
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  for (let started = 0; started < inFlight; started += 1) post();
  await wait(seconds * 1_000);
  isOver = true;
  // All that was sent counts, and all the time that it took.
  await drained(crowd, left);
  const tookMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  const { deliveries, frames } = crowd;
  return { seconds: tookMs / 1_000, posts, deliveries, frames, busy: (user + system) / 1_000 / tookMs };
}
