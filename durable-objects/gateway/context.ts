import type { BucketSize } from '../../domain/rate-limits/token-bucket.ts';
import type { Objects } from '../../platform/objects.ts';
import type { Logs } from './logs.ts';

/** What the verbs of a gateway share. */
export interface GatewayContext {
  readonly logs: Logs;
  readonly objects: Objects;
  readonly bucketSize: BucketSize;
  readonly now: () => number;
}
