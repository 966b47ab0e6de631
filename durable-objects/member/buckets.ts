import { fullBucket, takeToken } from '../../domain/rate-limits/token-bucket.ts';
import type { Bucket } from '../../domain/rate-limits/token-bucket.ts';
import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';
import type { CredentialId } from '../../protocol/ids.ts';
import type { RateTier } from '../../protocol/methods/method.ts';

/** One bucket for each credential and tier, in memory: an eviction fills them, which takes ten idle seconds anyway. */
export class Buckets {
  readonly #limits: RateLimits;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** Undefined: a token was taken. Else the seconds until another try makes sense. */
  take(credentialId: CredentialId, tier: RateTier, nowMs: number): number | undefined {
    const size = this.#limits.tiers[tier];
    const key = `${credentialId} ${tier}`;
    const { bucket, retryAfterSeconds } = takeToken(
      this.#buckets.get(key) ?? fullBucket(size, nowMs),
      size,
      nowMs,
    );
    this.#buckets.set(key, bucket);
    return retryAfterSeconds;
  }

  /** Of a credential that no longer works. */
  drop(credentialId: CredentialId): void {
    for (const key of this.#buckets.keys()) if (key.startsWith(`${credentialId} `)) this.#buckets.delete(key);
  }
}
