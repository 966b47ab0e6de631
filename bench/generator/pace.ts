import { setTimeout as wait } from 'node:timers/promises';
import type { Commands } from './commands.ts';
import type { Crowd } from './crowd.ts';
import { drained } from './drained.ts';

/** On a fixed schedule, whatever comes back: a slow answer must not thin out the questions. */
export async function pace(
  crowd: Crowd,
  { perSecond, count }: Commands['pace']['input'],
): Promise<Commands['pace']['output']> {
  const underWay = new Map<number, { readonly sentAt: number; left: number }>();
  const millis: number[] = [];
  let latestStartMs = 0;
  crowd.onDelivery = (marker) => {
    const message = underWay.get(marker);
    if (message === undefined) return;
    message.left -= 1;
    if (message.left > 0) return;
    underWay.delete(marker);
    millis.push(performance.now() - message.sentAt);
  };
  const startAt = performance.now();
  for (let sent = 0; sent < count; sent += 1) {
    const dueAt = startAt + (sent * 1_000) / perSecond;
    const leftMs = dueAt - performance.now();
    if (leftMs > 0) await wait(leftMs);
    latestStartMs = Math.max(latestStartMs, performance.now() - dueAt);
    const sentAt = performance.now();
    underWay.set(crowd.post(), { sentAt, left: crowd.sockets.length });
  }
  await drained(crowd, underWay);
  return { millis, latestStartMs };
}
