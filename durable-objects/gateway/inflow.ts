import { fullBucket, takeToken } from '../../domain/rate-limits/token-bucket.ts';
import type { Bucket, BucketSize } from '../../domain/rate-limits/token-bucket.ts';

/** Of `position`, `ping` and a later hello: no client that keeps to docs/gateway.md comes near it. */
const upkeepSize: BucketSize = { perSecond: 50, burst: 200 };

/** Frames refused within a minute, above which a client is flooding and not merely fast. */
const refusedMax = 500;
const refusedWindowMs = 60_000;

/** How much comes from one client. Memory alone: a socket that was asleep sent nothing. */
export class Inflow {
  #bucket: Bucket | undefined;
  #upkeep: Bucket | undefined;
  #resumesAsked = 0;
  #refused = { count: 0, sinceMs: 0 };

  /** A frame that is carried out: the bucket is of the size of the credential's. */
  take(size: BucketSize, nowMs: number): boolean {
    const taken = takeToken(this.#bucket ?? fullBucket(size, nowMs), size, nowMs);
    this.#bucket = taken.bucket;
    return taken.retryAfterSeconds === undefined;
  }

  /** A frame that keeps the socket going: where a client posts too fast, these still pass. */
  takeUpkeep(nowMs: number): boolean {
    const taken = takeToken(this.#upkeep ?? fullBucket(upkeepSize, nowMs), upkeepSize, nowMs);
    this.#upkeep = taken.bucket;
    return taken.retryAfterSeconds === undefined;
  }

  /** The server sent `resume`: the hello that answers it costs nothing, since many channels may ask at once. */
  askedToResume(): void {
    this.#resumesAsked += 1;
  }

  takeHello(nowMs: number): boolean {
    if (this.#resumesAsked === 0) return this.takeUpkeep(nowMs);
    this.#resumesAsked -= 1;
    return true;
  }

  /** A frame was refused. True when that is flooding. */
  refuse(nowMs: number): boolean {
    if (nowMs - this.#refused.sinceMs > refusedWindowMs) this.#refused = { count: 0, sinceMs: nowMs };
    this.#refused.count += 1;
    return this.#refused.count > refusedMax;
  }
}
