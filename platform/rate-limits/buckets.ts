import { fullBucket, takeToken } from '../../domain/rate-limits/token-bucket.ts';
import type { Bucket } from '../../domain/rate-limits/token-bucket.ts';
import type { RateTier } from '../../protocol/methods/method.ts';
import type { RateLimits } from './rate-limits.ts';

/** More holders than call within the time that fills a bucket. Above it all are full again, which wrongs nobody. */
const bucketsMax = 20_000;

/**
 * One bucket for each holder (a credential, an account) and tier, in memory: an eviction fills them, which takes ten
 * idle seconds anyway.
 */
export class Buckets {
  readonly #limits: RateLimits;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** Undefined: a token was taken. Else the seconds until another try makes sense. */
  take(holder: string, tier: RateTier, nowMs: number): number | undefined {
    const size = this.#limits.tiers[tier];
    const key = `${holder} ${tier}`;
    const { bucket, retryAfterSeconds } = takeToken(
      this.#buckets.get(key) ?? fullBucket(size, nowMs),
      size,
      nowMs,
    );
    if (this.#buckets.size >= bucketsMax) this.#buckets.clear();
    this.#buckets.set(key, bucket);
    return retryAfterSeconds;
  }

  /** Of a holder that calls no more. */
  drop(holder: string): void {
    for (const key of this.#buckets.keys()) if (key.startsWith(`${holder} `)) this.#buckets.delete(key);
  }
}
