import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Device, Unsent } from '../device/device.ts';
import type { Tabs } from '../device/tabs.ts';
import type { Clock } from '../gateway/clock.ts';
import type { Request, RequestAnswer } from '../gateway/requests.ts';
import type { Draft, Pending, TakenWords } from './contract.ts';

/** Codes that say nothing about the message: it goes again, under the same id, so that it is never there twice. */
const passing = new Set([
  'unreachable',
  'ratelimited',
  'service_unavailable',
  'hello_first',
  'internal_error',
]);
const retryDelayMs = 2_000;

export interface OutboxDeps {
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly newId: () => string;
  readonly ask: (request: Request) => Promise<RequestAnswer>;
  readonly isLive: () => boolean;
  readonly changed: (channelId: ChannelId) => void;
  /** What an earlier page left was taken over: its draft need not say it, too. */
  readonly adopted: (record: Unsent) => void;
  /** The server has it: at `seq` of the channel's log. */
  readonly sent: (pending: Pending, place: { ts: Timestamp; seq: number }) => void;
}

interface Item {
  readonly record: Unsent;
  readonly pending: Pending;
}

/**
 * Messages until the server has them. They go out in the order in which they were written, one at a time in a channel;
 * what a channel refuses is set aside and holds nothing up. Each lies on the device from the first moment on, and
 * belongs to the tab that wrote it; when that is gone, another one takes it over.
 */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #items = new Map<string, Item>();
  /** The draft that a message was made of, until the message lies on the device or the server has it. */
  readonly #drafts = new Map<string, TakenWords>();
  readonly #inFlight = new Map<ChannelId, string>();
  readonly #unsent = atom<readonly Pending[]>([]);
  #device: Device | undefined;
  /** Channels that are given time after a passing refusal. */
  readonly #rests = new Map<ChannelId, () => void>();
  /** Other tabs that have something here: it is taken over when they are gone. */
  readonly #watched = new Set<string>();
  #lastOrder = 0;
  #isLocked = false;
  /** Not before it is known what earlier pages left: that goes first. */
  #isReady = false;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  get $unsent(): ReadableAtom<readonly Pending[]> {
    return this.#unsent;
  }

  /** Of one channel, oldest first. */
  of(channelId: ChannelId): Pending[] {
    return this.#unsent.get().filter((pending) => pending.channelId === channelId);
  }

  hasFailed(channelId: ChannelId): boolean {
    return this.of(channelId).some(({ state }) => state === 'failed');
  }

  add(channelId: ChannelId, { text, threadTs, isBroadcast = false }: Draft, taken?: TakenWords): Pending {
    const nowMs = this.#deps.clock.now();
    // A clock that is set back changes no order.
    this.#lastOrder = Math.max(this.#lastOrder + 1, nowMs);
    const record: Unsent = {
      id: this.#deps.newId(),
      order: this.#lastOrder,
      channelId,
      ...(threadTs === undefined ? {} : { threadTs }),
      isBroadcast,
      text,
      ...(taken === undefined ? {} : { words: taken.text }),
      createdMs: nowMs,
      tab: this.#deps.tabs.id,
    };
    const pending = pendingOf(record);
    this.#items.set(record.id, { record, pending });
    if (taken !== undefined) this.#drafts.set(record.id, taken);
    this.#store(record);
    this.#tell(channelId);
    this.flush();
    return pending;
  }

  retry(id: string): void {
    const item = this.#items.get(id);
    if (item?.pending.state !== 'failed') return;
    const { error: _error, ...record } = item.record;
    this.#put({ record, pending: pendingOf(record) });
    this.#store(record);
    this.flush();
  }

  /** Not while it is on its way: it might be there already. */
  discard(id: string): string | undefined {
    const item = this.#items.get(id);
    if (item === undefined || item.pending.state === 'sending' || item.pending.state === 'sent')
      return undefined;
    this.#forget(item);
    return item.record.text;
  }

  /** The message itself was seen, whether or not its ack came. */
  seen(channelId: ChannelId, id: string): void {
    const item = this.#items.get(id);
    if (item?.record.channelId !== channelId) return;
    if (this.#inFlight.get(channelId) === id) this.#inFlight.delete(channelId);
    this.#forget(item);
    this.flush();
  }

  /** What earlier pages left on the device, of this person, as far as no living tab takes care of it. */
  async load(device: Device): Promise<void> {
    this.#device = device;
    for (const { record } of this.#items.values()) this.#store(record);
    await this.adopt();
    this.ready();
  }

  /** Where the device does not answer: nothing waits for it for ever. */
  ready(): void {
    this.#isReady = true;
    this.flush();
  }

  async adopt(): Promise<void> {
    const device = this.#device;
    if (device === undefined) return;
    const { tabs } = this.#deps;
    await tabs.exclusively('outbox', async () => {
      const alive = await tabs.alive();
      for (const record of await device.outbox.all()) {
        this.#lastOrder = Math.max(this.#lastOrder, record.order);
        if (this.#items.has(record.id) || this.#isLocked) continue;
        if (alive.has(record.tab)) {
          this.#adoptAfter(record.tab);
          continue;
        }
        const own = { ...record, tab: tabs.id };
        await device.outbox.put(own);
        this.#items.set(own.id, { record: own, pending: pendingOf(own) });
        this.#deps.adopted(own);
        this.#tell(own.channelId);
      }
    });
    this.#publish();
    this.flush();
  }

  #adoptAfter(tab: string): void {
    if (this.#watched.has(tab)) return;
    this.#watched.add(tab);
    void this.#deps.tabs.ended(tab).then(() => {
      this.#watched.delete(tab);
      if (!this.#isLocked) void this.adopt();
    });
  }

  /** Nothing leaves any more: the person is gone. What is there stays on the device for them. */
  lock(): void {
    this.#isLocked = true;
    this.#endRests();
  }

  /** The connection is there again: whatever waited for it goes now. */
  wake(): void {
    this.#endRests();
    this.flush();
  }

  /** Sends what can be sent: the oldest of each channel where nothing is on its way. */
  flush(): void {
    if (this.#isLocked || !this.#isReady || !this.#deps.isLive()) return;
    for (const { record, pending } of this.#ordered()) {
      const isBusy = this.#inFlight.has(record.channelId) || this.#rests.has(record.channelId);
      if (pending.state !== 'waiting' || isBusy) continue;
      void this.#send(record);
    }
  }

  async #send(record: Unsent): Promise<void> {
    const { id, channelId, threadTs, isBroadcast, text } = record;
    this.#inFlight.set(channelId, id);
    this.#put({ record, pending: { ...pendingOf(record), state: 'sending' } });
    const answer = await this.#deps.ask({
      type: 'message',
      channel: channelId,
      text,
      client_msg_id: id,
      reply_broadcast: isBroadcast,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
    if (this.#inFlight.get(channelId) === id) this.#inFlight.delete(channelId);
    const item = this.#items.get(id);
    // The message itself came first.
    if (item === undefined) {
      this.flush();
      return;
    }
    if (answer.ok) this.#acked(item, answer);
    else if (passing.has(answer.error)) this.#again(item);
    else {
      const failed = { ...record, error: answer.error };
      this.#put({ record: failed, pending: pendingOf(failed) });
      this.#store(failed);
    }
    this.flush();
  }

  #acked(item: Item, { ts, seq }: { ts?: Timestamp; seq?: number }): void {
    // First, so that there is no moment at which it is in neither place.
    if (ts !== undefined && seq !== undefined) {
      this.#deps.sent({ ...item.pending, state: 'sent', error: undefined }, { ts, seq });
    }
    this.#forget(item);
  }

  #again({ record }: Item): void {
    this.#put({ record, pending: pendingOf(record) });
    // Without a socket the next one wakes it; a server that is too busy is given time.
    if (!this.#deps.isLive() || this.#isLocked) return;
    const { channelId } = record;
    const end = (): void => {
      this.#rests.delete(channelId);
      this.flush();
    };
    this.#rests.set(channelId, this.#deps.clock.after(retryDelayMs, end));
  }

  #endRests(): void {
    for (const cancel of this.#rests.values()) cancel();
    this.#rests.clear();
  }

  #ordered(): Item[] {
    return [...this.#items.values()].toSorted((one, other) => one.record.order - other.record.order);
  }

  #put(item: Item): void {
    if (!this.#items.has(item.record.id)) return;
    this.#items.set(item.record.id, item);
    this.#tell(item.record.channelId);
  }

  #forget({ record }: Item): void {
    this.#items.delete(record.id);
    this.#dropDraft(record.id);
    this.#device?.outbox.remove(record.id).catch(() => undefined);
    this.#tell(record.channelId);
  }

  /** A device that does not take it keeps the draft instead, until the server has the message. */
  #store(record: Unsent): void {
    this.#device?.outbox.put(record).then(
      () => this.#dropDraft(record.id),
      () => undefined,
    );
  }

  #dropDraft(id: string): void {
    this.#drafts.get(id)?.drop();
    this.#drafts.delete(id);
  }

  #tell(channelId: ChannelId): void {
    this.#publish();
    this.#deps.changed(channelId);
  }

  #publish(): void {
    this.#unsent.set(this.#ordered().map(({ pending }) => pending));
  }
}

const pendingOf = (record: Unsent): Pending => ({
  id: record.id,
  channelId: record.channelId,
  threadTs: record.threadTs,
  isBroadcast: record.isBroadcast,
  text: record.text,
  createdMs: record.createdMs,
  state: record.error === undefined ? 'waiting' : 'failed',
  error: record.error,
});
