export interface BucketSize {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export const fullBucket = (size: BucketSize, nowMs: number): Bucket => ({ tokens: size.burst, atMs: nowMs });

/** One token, if there is one by now; else how long until there is. A clock that went back refills nothing. */
export function takeToken(
  bucket: Bucket,
  size: BucketSize,
  nowMs: number,
): { bucket: Bucket; retryAfterSeconds: number | undefined } {
  const passedMs = Math.max(0, nowMs - bucket.atMs);
  const tokens = Math.min(size.burst, bucket.tokens + (passedMs / 1_000) * size.perSecond);
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, atMs: nowMs }, retryAfterSeconds: undefined };
  const retryAfterSeconds = Math.max(1, Math.ceil((1 - tokens) / size.perSecond));
  return { bucket: { tokens, atMs: nowMs }, retryAfterSeconds };
}
