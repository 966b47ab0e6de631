import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Clock } from '../gateway/clock.ts';
import type { Request, RequestAnswer } from '../gateway/requests.ts';

/** A mark costs the server a row: one per channel in this time. */
const tellEveryMs = 3_000;

interface MarksDeps {
  readonly clock: Clock;
  readonly isLive: () => boolean;
  readonly ask: (request: Request) => Promise<RequestAnswer>;
}

interface Wanted {
  readonly channelId: ChannelId;
  readonly threadTs: Timestamp | undefined;
  readonly ts: Timestamp;
  readonly isBack: boolean;
}

/** Tells the server how far the person has read: the first mark at once, then the last one of each three seconds. */
export class Marks {
  readonly #deps: MarksDeps;
  readonly #wanted = new Map<string, Wanted>();
  readonly #resting = new Map<string, () => void>();

  constructor(deps: MarksDeps) {
    this.#deps = deps;
  }

  forward(channelId: ChannelId, ts: Timestamp, threadTs?: Timestamp): void {
    const key = keyOf(channelId, threadTs);
    const wanted = this.#wanted.get(key);
    if (wanted !== undefined && !wanted.isBack && wanted.ts >= ts) return;
    this.#wanted.set(key, { channelId, threadTs, ts, isBack: false });
    this.#tell(key);
  }

  back(channelId: ChannelId, ts: Timestamp): void {
    const key = keyOf(channelId, undefined);
    this.#wanted.set(key, { channelId, threadTs: undefined, ts, isBack: true });
    this.#tell(key);
  }

  /** The mark of a channel that the server was not told of yet. */
  wanted(channelId: ChannelId): Pick<Wanted, 'ts' | 'isBack'> | undefined {
    return this.#wanted.get(keyOf(channelId, undefined));
  }

  /** The connection is there again. */
  wake(): void {
    for (const key of [...this.#wanted.keys()]) this.#tell(key);
  }

  close(): void {
    for (const cancel of this.#resting.values()) cancel();
    this.#resting.clear();
    this.#wanted.clear();
  }

  #tell(key: string): void {
    const wanted = this.#wanted.get(key);
    if (wanted === undefined || this.#resting.has(key) || !this.#deps.isLive()) return;
    const end = (): void => {
      this.#resting.delete(key);
      this.#tell(key);
    };
    this.#resting.set(key, this.#deps.clock.after(tellEveryMs, end));
    void this.#send(key, wanted);
  }

  async #send(key: string, wanted: Wanted): Promise<void> {
    const { channelId, threadTs, ts, isBack } = wanted;
    const answer = await this.#deps.ask({
      type: 'mark',
      channel: channelId,
      ts,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...(isBack ? { unread: true } : {}),
    });
    const isPassing =
      !answer.ok && ['unreachable', 'service_unavailable', 'ratelimited'].includes(answer.error);
    // A refusal is final: the channel is gone, or the mark makes no sense there.
    if (!isPassing && this.#wanted.get(key) === wanted) this.#wanted.delete(key);
  }
}

const keyOf = (channelId: ChannelId, threadTs: Timestamp | undefined): string =>
  threadTs === undefined ? channelId : `${channelId}:${threadTs}`;
