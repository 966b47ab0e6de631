import { refuse } from '../../protocol/refusal.ts';
import type { Refusal } from '../../protocol/refusal.ts';

/** Longer than any object lets a caller wait for another one; shorter than the SDKs' patience. */
const callMs = 25_000;

/** The answer, or that it did not come in time: the work goes on, and a repeat waits for it. */
export async function withDeadline<Value>(
  work: Promise<Value>,
): Promise<Value | Refusal<'service_unavailable'>> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<Refusal<'service_unavailable'>>((resolve) => {
    timer = setTimeout(() => resolve(refuse('service_unavailable')), callMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
