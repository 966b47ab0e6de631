import * as v from 'valibot';
import type { BucketSize } from '../../domain/rate-limits/token-bucket.ts';
import type { RateTier } from '../../protocol/methods/method.ts';
import type { Env } from '../env.ts';

export interface RateLimits {
  /** Per credential. */
  readonly tiers: Readonly<Record<RateTier, BucketSize>>;
  readonly channelPostsPerSecond: number;
}

/** Generous, so that a team's scripts never meet them. */
const usual: BucketSize = { perSecond: 50, burst: 200 };
const channelPostsPerSecondUsual = 200;

const positive = v.pipe(v.number(), v.minValue(0.01));
const Size = v.optional(v.object({ perSecond: positive, burst: v.pipe(positive, v.minValue(1)) }), usual);
const Limits = v.object({
  tier1: Size,
  tier2: Size,
  tier3: Size,
  tier4: Size,
  posting: Size,
  channelPostsPerSecond: v.optional(positive, channelPostsPerSecondUsual),
});

/** From RATE_LIMITS: what it leaves out keeps its default, what cannot be read is an operator's mistake and throws. */
export function rateLimitsOf(env: Pick<Env, 'RATE_LIMITS'>): RateLimits {
  const { channelPostsPerSecond, ...tiers } = v.parse(Limits, JSON.parse(env.RATE_LIMITS || '{}'));
  return { tiers, channelPostsPerSecond };
}
