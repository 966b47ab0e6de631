import { shardOf } from '../../domain/shard.ts';
import type { Objects } from '../../platform/objects.ts';
import type { PersonalEvent } from '../../protocol/events.ts';
import type { PersonCopy } from '../../protocol/objects/member.ts';
import { withinLimit } from '../log/time-limit.ts';

interface PushDeps {
  readonly objects: Pick<Objects, 'gateway'>;
  readonly waitUntil: (work: Promise<unknown>) => void;
}

const pushLimitMs = 5_000;

/** What a transaction changed that its person's own sockets are told of: one push for each version. */
export class Pushes {
  readonly #deps: PushDeps;
  #pending: (() => PersonalEvent)[] = [];

  constructor(deps: PushDeps) {
    this.#deps = deps;
  }

  /** In a transaction. The event is made after the commit, from what then holds. */
  add(event: () => PersonalEvent): void {
    this.#pending.push(event);
  }

  /** The transaction was not carried out. */
  drop(): void {
    this.#pending = [];
  }

  /**
   * After the commit, and not awaited: a push that is lost is noticed by its version. All go over one stub, which
   * keeps them in order.
   */
  send(copy: PersonCopy | undefined): void {
    const events = this.#pending.map((event) => event());
    this.#pending = [];
    if (copy === undefined || events.length === 0) return;
    const { teamId, userId, shards } = copy;
    const gateway = this.#deps.objects.gateway(teamId, shardOf(userId, shards.count));
    for (const event of events) {
      const pushed = gateway.push({ teamId, userId, version: event.version, event });
      this.#deps.waitUntil(withinLimit('push', pushLimitMs, pushed).catch(logPushFailure));
    }
  }
}

function logPushFailure(error: unknown): void {
  console.warn(JSON.stringify({ event: 'push_failed', reason: String(error) }));
}
