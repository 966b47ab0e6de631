import type { BucketSize } from '../../domain/rate-limits/token-bucket.ts';
import type { Objects } from '../../platform/objects.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Logs } from './logs.ts';
import type { Sockets } from './sockets.ts';

/** What the verbs of a gateway share. */
export interface GatewayContext {
  readonly logs: Logs;
  readonly sockets: Sockets;
  readonly objects: Objects;
  readonly bucketSize: BucketSize;
  /** When the lease of a followed channel is to be renewed. Memory alone: unknown means now. */
  readonly renewAtMs: Map<ChannelId, number>;
  readonly now: () => number;
  arm(atMs: number): void;
  /** Work that nobody waits for; a failure is logged. */
  inBackground(what: string, work: Promise<unknown>): void;
}
