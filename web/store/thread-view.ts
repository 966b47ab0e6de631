import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { Message } from '../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Call } from '../api/call.ts';
import type { Row, ThreadWindow } from './contract.ts';
import type { HeldRows } from './held-rows.ts';
import { readReplies } from './read-pages.ts';
import { setIfChanged } from './set-if-changed.ts';

interface ThreadDeps {
  readonly call: Call;
  readonly held: HeldRows;
  readonly rowsOf: (messages: readonly Message[]) => Row[];
  readonly rowOf: (message: Message) => Row;
  readonly merged: (messages: readonly Message[]) => void;
  readonly self: () => UserId | undefined;
  readonly mark: (ts: Timestamp) => void;
}

/** What the person's Member knows of a thread. */
export interface ThreadState {
  readonly isFollowed?: boolean;
  readonly lastReadTs?: Timestamp;
}

/** One thread as it is shown: its parent and its replies from the first on. */
export class ThreadView {
  readonly #channelId: ChannelId;
  readonly #threadTs: Timestamp;
  readonly #deps: ThreadDeps;
  readonly #window;
  isEntered = false;
  #isLooking = false;
  #isFollowed: boolean | undefined;
  #lastReadTs: Timestamp | undefined;
  #firstUnreadTs: Timestamp | undefined;
  #readTo: Timestamp | 'newest' | undefined;
  #loading: ThreadWindow['loading'] = 'none';
  #error: string | undefined;
  #epoch = 0;

  constructor(channelId: ChannelId, threadTs: Timestamp, deps: ThreadDeps) {
    this.#channelId = channelId;
    this.#threadTs = threadTs;
    this.#deps = deps;
    this.#window = atom<ThreadWindow>(this.#shown());
  }

  get $window(): ReadableAtom<ThreadWindow> {
    return this.#window;
  }

  enter(): void {
    this.isEntered = true;
    if (this.#readTo === undefined) void this.#read('first', undefined);
  }

  leave(): void {
    this.isEntered = false;
    this.#isLooking = false;
    this.#firstUnreadTs = undefined;
    this.#forget();
    this.#deps.held.dropThread(this.#threadTs);
    this.publish();
  }

  setLooking(isLooking: boolean): void {
    this.#isLooking = isLooking;
    this.#look();
  }

  /** One's own state of it, as it was told. */
  told(state: ThreadState): void {
    if (state.isFollowed !== undefined) this.#isFollowed = state.isFollowed;
    if (state.lastReadTs !== undefined) this.#lastReadTs = state.lastReadTs;
    this.publish();
  }

  /** A reply came. */
  replied(reply: Message): void {
    if (!this.isEntered || this.#readTo !== 'newest') return;
    if (this.#isLooking) this.#look();
    else if (reply.user !== this.#deps.self()) this.#firstUnreadTs ??= reply.ts;
  }

  async loadMore(): Promise<void> {
    if (this.#readTo === undefined) await this.#read('first', undefined);
    else if (this.#readTo !== 'newest') await this.#read('newer', this.#readTo);
  }

  /** Its rows are gone. */
  reset(): void {
    this.#forget();
    if (this.isEntered) void this.#read('first', undefined);
  }

  publish(): void {
    setIfChanged(this.#window, this.#shown());
  }

  wake(): void {
    if (this.isEntered && this.#error === 'unreachable') void this.loadMore();
  }

  async #read(kind: 'first' | 'newer', after: Timestamp | undefined): Promise<void> {
    if (this.#loading !== 'none') return;
    const { call, held, merged } = this.#deps;
    const epoch = this.#epoch;
    this.#loading = kind;
    this.#error = undefined;
    this.publish();
    held.reading();
    const page = await readReplies(call, this.#channelId, { ts: this.#threadTs, after });
    if (epoch === this.#epoch) {
      this.#loading = 'none';
      if (page.ok) {
        const last = page.messages.at(-1)?.ts ?? this.#threadTs;
        this.#readTo = page.hasMore ? last : 'newest';
        held.openThread(this.#threadTs, this.#readTo);
        held.merge(page);
        if (kind === 'first') this.#placeNew(page.messages.find(({ ts }) => ts === this.#threadTs));
        merged(page.messages);
      } else this.#error = page.error;
    }
    held.ended();
    this.publish();
    this.#look();
  }

  /**
   * The parent says what one has read of its thread, where one follows it: as the page has it: a row that was held
   * already says how it was when the channel was read.
   */
  #placeNew(parent: Message | undefined): void {
    const { held, self } = this.#deps;
    const { subscribed, last_read: lastRead } = parent ?? {};
    if (subscribed !== undefined) this.#isFollowed = subscribed;
    this.#lastReadTs = lastRead ?? this.#lastReadTs;
    const readTo = this.#lastReadTs;
    if (this.#isFollowed !== true || readTo === undefined) return;
    const me = self();
    this.#firstUnreadTs = held.replies(this.#threadTs).find(({ ts, user }) => ts > readTo && user !== me)?.ts;
  }

  #look(): void {
    if (!this.#isLooking || !this.isEntered || this.#readTo !== 'newest' || this.#isFollowed !== true) return;
    const newest = this.#deps.held.replies(this.#threadTs).at(-1)?.ts;
    if (newest === undefined || (this.#lastReadTs !== undefined && newest <= this.#lastReadTs)) return;
    this.#lastReadTs = newest;
    this.#deps.mark(newest);
  }

  #forget(): void {
    this.#epoch += 1;
    this.#readTo = undefined;
    this.#loading = 'none';
    this.#error = undefined;
  }

  #shown(): ThreadWindow {
    const { held, rowOf, rowsOf } = this.#deps;
    const isRead = this.#readTo !== undefined;
    const parent = isRead ? held.row(this.#threadTs) : undefined;
    const rows = rowsOf(isRead ? held.replies(this.#threadTs) : []);
    const isGone = isRead && parent === undefined && rows.length === 0;
    return {
      channelId: this.#channelId,
      threadTs: this.#threadTs,
      parent: parent && rowOf(parent),
      rows,
      hasNewer: isRead && this.#readTo !== 'newest',
      isFollowed: this.#isFollowed,
      firstUnreadTs: this.#firstUnreadTs,
      loading: this.#loading,
      error: this.#error ?? (isGone ? 'thread_not_found' : undefined),
    };
  }
}
