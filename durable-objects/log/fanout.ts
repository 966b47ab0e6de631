import type { LogId } from '../../protocol/frames.ts';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import type { Attachment, Delivery, LogEntry } from '../../protocol/objects/delivery.ts';
import type { GatewayObject } from '../../protocol/objects/gateway.ts';
import type { Duty } from './duties.ts';
import { gatherMs, Heat } from './heat.ts';
import { Pump } from './pump.ts';

/** A log as its gateways need it. */
export interface FanoutSource {
  identity(): { logId: LogId; teamId: TeamId; generation: string; epoch: number };
  head(): number;
  /** Entries from `from` on without a gap, as many as fit in a call; empty at the head. */
  entries(from: number): LogEntry[];
  /** What `shard` must know in order to follow from `head` on; at a past head for a shard that had nobody then. */
  attachment(shard: number, head: number): Attachment;
  gateway(shard: number): GatewayObject;
  shardOf(userId: UserId): number;
  now(): number;
  arm(atMs: number): void;
  /** A gateway has everything: its place can go if nobody of the log is there any more. */
  delivered(shard: number): void;
}

/**
 * Hands a log to its gateways, each a numbered replica with one batch in flight. Attaching is the only way to
 * a first head: a shard that got its first person is attached as of the entry before; a gateway that lost its
 * row asks, and gets the state of now (an attach beside the pump was seen to lose messages).
 */
export class Fanout {
  readonly #source: FanoutSource;
  readonly #pumps = new Map<number, Pump>();
  /** Shards whose gateway never answered since they were opened: their next delivery attaches. */
  readonly #fresh = new Set<number>();
  readonly #heat = new Heat();

  constructor(source: FanoutSource) {
    this.#source = source;
  }

  /** `fresh`: the shard's first person came with entry `cursor + 1`, and nothing was delivered since. */
  open(shard: number, cursor: number, fresh: boolean): void {
    if (fresh) this.#fresh.add(shard);
    const source = this.#source;
    const pump = new Pump(
      `gateway ${shard}`,
      {
        head: () => source.head(),
        now: () => source.now(),
        arm: (atMs) => {
          source.arm(atMs);
        },
        send: (from) => this.#send(shard, from),
        gatherMs: () => (this.#heat.isHot(source.now(), source.head()) ? gatherMs : 0),
      },
      cursor,
    );
    this.#pumps.set(shard, pump);
  }

  close(shard: number): void {
    this.#pumps.delete(shard);
    this.#fresh.delete(shard);
  }

  has(shard: number): boolean {
    return this.#pumps.has(shard);
  }

  /** How far each gateway is, for the next row's column. */
  cursors(): Record<string, number> {
    const cursors: Record<string, number> = {};
    for (const [shard, pump] of this.#pumps) if (!this.#fresh.has(shard)) cursors[shard] = pump.cursor;
    return cursors;
  }

  /** Where a shard is; a shard without a place has nothing left to get. */
  cursorOf(shard: number): number {
    return this.#pumps.get(shard)?.cursor ?? Infinity;
  }

  kick(): void {
    for (const pump of this.#pumps.values()) pump.kick();
  }

  async reached(shard: number, seq: number, limitMs: number): Promise<boolean> {
    return (await this.#pumps.get(shard)?.reached(seq, limitMs)) ?? true;
  }

  /** A gateway that lost its row is attached anew, without waiting for the next entry. */
  async refresh(shard: number, limitMs: number): Promise<void> {
    await this.#pumps.get(shard)?.ask(limitMs);
  }

  /** Every gateway that follows now. */
  async reachedAll(seq: number, limitMs: number): Promise<boolean> {
    const reached = [...this.#pumps.values()].map((pump) => pump.reached(seq, limitMs));
    return (await Promise.all(reached)).every(Boolean);
  }

  /** Where the last of them is; without any nobody has anything left to get. */
  get slowest(): number {
    return Math.min(Infinity, ...[...this.#pumps.values()].map(({ cursor }) => cursor));
  }

  /** One duty for all: each pump keeps its own retry time and limit. */
  readonly duty: Duty = {
    name: 'gateways',
    dueAt: () => {
      const times = [...this.#pumps.values()].map((pump) => pump.dueAt()).filter((at) => at !== undefined);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    run: async (nowMs) => {
      const due = [...this.#pumps.values()].filter((pump) => (pump.dueAt() ?? Infinity) <= nowMs);
      await Promise.all(due.map((pump) => pump.run()));
    },
  };

  async #send(shard: number, from: number): Promise<number> {
    const source = this.#source;
    let attach = this.#fresh.has(shard)
      ? { ...source.attachment(shard, from - 1), skipped: false }
      : undefined;
    for (let round = 0; round < 3; round += 1) {
      const answer = await source.gateway(shard).deliver(this.#delivery(shard, from, attach));
      switch (answer.state) {
        case 'applied':
          // Above our head it can only be a log that is no longer ours (a restored one): the state of now replaces it.
          if (answer.head > source.head()) {
            attach = this.#attachNow(shard);
            continue;
          }
          this.#fresh.delete(shard);
          if (answer.head === source.head()) source.delivered(shard);
          return answer.head;
        case 'expected':
          return answer.from - 1;
        case 'attach':
          attach = this.#attachNow(shard);
      }
    }
    throw new Error(`gateway ${shard} does not take the state that it asked for`);
  }

  #attachNow(shard: number): Attachment & { skipped: boolean } {
    return { ...this.#source.attachment(shard, this.#source.head()), skipped: true };
  }

  #delivery(shard: number, from: number, attach: (Attachment & { skipped: boolean }) | undefined): Delivery {
    const start = attach ? attach.head + 1 : from;
    return {
      ...this.#source.identity(),
      from: start,
      entries: this.#source.entries(start).map((entry) => this.#forShard(shard, entry)),
      ...(attach ? { attach } : {}),
    };
  }

  /** A gateway lists its own people alone: when the last of them is gone it lets go of the log. */
  #forShard(shard: number, entry: LogEntry): LogEntry {
    if (entry.membership === undefined || this.#source.shardOf(entry.membership.userId) === shard)
      return entry;
    const { membership: _other, ...rest } = entry;
    return rest;
  }
}
