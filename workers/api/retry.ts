/**
 * For calls that may be made twice. An object that was moved or replaced says `retryable`; its stub is spent, so
 * `call` must make its own. One that says `overloaded` has enough to do.
 */
export async function retryOnce<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return call();
  }
}

const isRetryable = (error: unknown): boolean =>
  error instanceof Error &&
  'retryable' in error &&
  error.retryable === true &&
  !('overloaded' in error && error.overloaded === true);
