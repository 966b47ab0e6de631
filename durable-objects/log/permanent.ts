import { TimeLimitError } from './time-limit.ts';

/**
 * Whether a call to another object failed for what it asked, as far as the error tells: not because that object was
 * late, overloaded, reset or out of reach, which says nothing about the call. One that is down in another way fails
 * alike, so whoever goes by this looks first whether it takes other calls.
 */
export function isPermanent(error: unknown): boolean {
  if (error instanceof TimeLimitError) return false;
  const { retryable, overloaded, durableObjectReset } = Object(error) as Record<string, unknown>;
  return retryable !== true && overloaded !== true && durableObjectReset !== true;
}
