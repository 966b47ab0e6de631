import type { BucketSize } from '../../domain/rate-limits/token-bucket.ts';
import type { UpFrame } from '../../protocol/frames.ts';
import type { Inflow } from './inflow.ts';
import type { SessionState } from './session-state.ts';

/** Frames that do something; the others keep the socket going. */
export type Working = Exclude<UpFrame, { type: 'hello' | 'ping' | 'position' }>;

const helloFirst = { error: 'hello_first', message: 'Send hello, and wait for its answer.' };
export const rateLimited = { error: 'ratelimited', message: 'Too many frames. Wait a second.' };

/** Whether it is this frame's turn: hello comes first and one at a time, and nothing comes too fast. */
export function admit(
  { phase, inflow }: Pick<SessionState, 'phase'> & { readonly inflow: Inflow },
  frame: UpFrame,
  size: BucketSize,
  nowMs: number,
): { error: string; message: string } | undefined {
  switch (frame.type) {
    case 'ping':
    case 'position':
      return inflow.takeUpkeep(nowMs) ? undefined : rateLimited;
    case 'hello':
      if (phase === 'greeting') return helloFirst;
      return phase === 'new' || inflow.takeHello(nowMs) ? undefined : rateLimited;
    default:
      if (phase !== 'ready') return helloFirst;
      return inflow.take(size, nowMs) ? undefined : rateLimited;
  }
}
