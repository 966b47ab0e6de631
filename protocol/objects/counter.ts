import type { Refusal } from '../refusal.ts';

export interface CounterRequest {
  /** How many calls one window holds, and how long it is from its first call on. */
  readonly limit: number;
  readonly windowMs: number;
  /** Milliseconds since 1970; a test says its own. */
  readonly now?: number;
}

/**
 * Counts one subject before it is known who calls. The object's name is kind and subject:
 * `sign-in:address:192.0.2.1`, `sign-in:email:ada@example.com`. Each kind keeps to one limit.
 */
export interface CounterObject {
  /** Whether another call would fit; takes none and writes nothing. */
  hasRoom(request: CounterRequest): Promise<{ readonly ok: true } | Refusal<'ratelimited'>>;
  /** Takes one call of the window. A refused call counts for nothing and writes nothing. */
  take(request: CounterRequest): Promise<{ readonly ok: true } | Refusal<'ratelimited'>>;
}
