import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { isTopLevel } from '../../domain/timeline/timeline.ts';
import type { Message } from '../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Call } from '../api/call.ts';
import type { Clock } from '../gateway/clock.ts';
import { isTruncated } from '../gateway/frames.ts';
import type { LogFrame, TruncatedFrame } from '../gateway/frames.ts';
import type { EphemeralMessage, Pending, ThreadWindow, TimelineWindow } from './contract.ts';
import { HeldRows } from './held-rows.ts';
import type { Range } from './held-rows.ts';
import { Newness } from './newness.ts';
import type { Overlay } from './overlay.ts';
import { Rows } from './rows.ts';
import { setIfChanged } from './set-if-changed.ts';
import type { RowSource } from './rows.ts';
import { ThreadView } from './thread-view.ts';
import type { ThreadState } from './thread-view.ts';
import type { CountedLine } from './unread-line.ts';
import { windowMost, WindowLoader } from './window-loader.ts';

export interface TimelineDeps {
  readonly call: Call;
  readonly clock: Clock;
  readonly soon: (run: () => void) => void;
  readonly self: () => UserId | undefined;
  readonly pendingOf: (channelId: ChannelId) => readonly Pending[];
  readonly counted: (channelId: ChannelId) => CountedLine | undefined;
  /** A message of one's own that was written under this id is stored. */
  readonly stored: (channelId: ChannelId, clientMessageId: string) => void;
  readonly mark: (channelId: ChannelId, mark: { ordinal: number; ts: Timestamp }) => void;
  readonly markThread: (channelId: ChannelId, threadTs: Timestamp, ts: Timestamp) => void;
}

/** Live rows that pile up below somebody who scrolled up, before the window is cut off from the newest. */
const pileMost = 2_000;
/** So that not each live row moves the far end. */
const slackMost = 100;
/** Of what one alone is shown, the newest stay. */
const ephemeralMost = 200;

/** One channel as it is shown: its window, its open threads, what waits to be sent, and where "New" stands. */
export class ChannelTimeline {
  readonly channelId: ChannelId;
  readonly #deps: TimelineDeps;
  readonly #held: HeldRows;
  readonly #newness: Newness;
  readonly #loader: WindowLoader;
  readonly #rows = new Rows();
  readonly #threads = new Map<Timestamp, ThreadView>();
  readonly #keys = new Map<Timestamp, string>();
  readonly #overlays = new Map<Timestamp, Overlay>();
  /** Acked, and not seen yet. */
  readonly #sent = new Map<string, { pending: Pending; seq: number }>();
  #ephemeral: readonly EphemeralMessage[] = [];
  readonly #window;
  #targetTs: Timestamp | undefined;
  #isEntered = false;
  #isStale = false;

  constructor(channelId: ChannelId, deps: TimelineDeps) {
    this.channelId = channelId;
    this.#deps = deps;
    this.#held = new HeldRows(channelId);
    this.#newness = new Newness({
      held: this.#held,
      self: deps.self,
      counted: () => deps.counted(channelId),
      isShown: () => this.#isEntered,
      mark: (mark) => deps.mark(channelId, mark),
    });
    this.#loader = new WindowLoader(channelId, {
      call: deps.call,
      clock: deps.clock,
      held: this.#held,
      counted: () => deps.counted(channelId),
      changed: () => this.#publish(),
      loaded: (kind, messages) => {
        if (kind === 'first' && this.#isEntered) this.#newness.place();
        this.#noteOwn(messages);
        this.#newness.look();
      },
    });
    this.#window = atom<TimelineWindow>(this.#shown());
  }

  get $window(): ReadableAtom<TimelineWindow> {
    return this.#window;
  }

  /** For whoever keeps rows beyond this page; `pendingChanged` shows what was put there. */
  get held(): HeldRows {
    return this.#held;
  }

  /** Whether frames that are missed have to be caught up with. */
  get isHeld(): boolean {
    return this.#held.isNeeded;
  }

  get isEntered(): boolean {
    return this.#isEntered || [...this.#threads.values()].some((thread) => thread.isEntered);
  }

  enter(at?: Timestamp): void {
    this.#isEntered = true;
    if (at !== undefined) {
      void this.jumpTo(at);
      return;
    }
    this.#targetTs = undefined;
    if (this.#held.range === undefined) void this.#loader.openFirst();
    else {
      this.#newness.place();
      this.#newness.look();
      this.#publish();
    }
  }

  /** The connection is there again: what could not be read is read. */
  wake(): void {
    const { error, loading } = this.#loader;
    if (error !== 'unreachable' || loading !== 'none') return;
    this.#loader.error = undefined;
    if (this.#isEntered && this.#held.range === undefined) void this.#loader.openFirst();
    else this.#publish();
  }

  leave(): void {
    this.#isEntered = false;
    this.#newness.leave();
    this.#targetTs = undefined;
    this.#publish();
  }

  setLooking(isLooking: boolean): void {
    this.#newness.isLooking = isLooking;
  }

  markRead(ts?: Timestamp): void {
    this.#newness.read(ts);
  }

  keepUnreadFrom(ts: Timestamp): { ordinal: number; ts: Timestamp } | undefined {
    const place = this.#newness.keepFrom(ts);
    this.#publish();
    return place;
  }

  loadOlder(): Promise<void> {
    return this.#loader.older();
  }

  loadNewer(): Promise<void> {
    return this.#loader.newer();
  }

  async jumpTo(ts: Timestamp): Promise<void> {
    this.#targetTs = ts;
    const isHere = this.#held.window().some((row) => row.ts === ts);
    if (isHere) this.#publish();
    else await this.#loader.openAround(ts);
  }

  async jumpToNewest(): Promise<void> {
    this.#targetTs = undefined;
    if (this.#held.range?.to === 'newest') this.#publish();
    else await this.#loader.openNewest();
  }

  apply(frame: LogFrame | TruncatedFrame): void {
    if (isTruncated(frame)) {
      this.reset();
      return;
    }
    const row = isPost(frame) ? frame : undefined;
    if (this.isHeld) {
      this.#held.apply(frame);
      for (const [id, { seq }] of this.#sent) if (frame.seq >= seq) this.#sent.delete(id);
      if (row !== undefined) this.#posted(row);
      this.#publishSoon();
    }
    if (row !== undefined) this.#noteOwn([row]);
  }

  /** What is held cannot be caught up with. Where it is shown, it is read again. */
  reset(): void {
    this.#held.clear();
    this.#sent.clear();
    this.#loader.cancel();
    for (const thread of this.#threads.values()) thread.reset();
    if (this.#isEntered) void this.#loader.openFirst();
    this.#publish();
  }

  /** Frees what nobody looks at. */
  drop(): void {
    if (this.isEntered) return;
    this.#held.clear();
    this.#sent.clear();
    this.#loader.cancel();
    this.#publish();
  }

  /** What waits to be sent changed: seen at once. */
  pendingChanged(): void {
    this.#publish();
  }

  sent(pending: Pending, { ts, seq }: { ts: Timestamp; seq: number }): void {
    this.#keys.set(ts, pending.id);
    if (this.isHeld && this.#held.head < seq) this.#sent.set(pending.id, { pending, seq });
    this.#publish();
  }

  /** In no log: here it stays until the page goes, whatever happens to the rows. */
  shownAlone(message: EphemeralMessage): void {
    if (this.#ephemeral.some(({ ts }) => ts === message.ts)) return;
    this.#ephemeral = [...this.#ephemeral, message].slice(-ephemeralMost);
    this.#publish();
  }

  dismiss(ts: Timestamp): void {
    this.#ephemeral = this.#ephemeral.filter((message) => message.ts !== ts);
    this.#publish();
  }

  row(ts: Timestamp): Message | undefined {
    return this.#held.row(ts);
  }

  /** Laid over the row until it is taken away, or the row says the same. */
  lay(ts: Timestamp, overlay: Overlay | undefined): void {
    if (overlay === undefined) this.#overlays.delete(ts);
    else this.#overlays.set(ts, overlay);
    this.#publish();
  }

  overlay(ts: Timestamp): Overlay {
    return this.#overlays.get(ts) ?? {};
  }

  /** A row as an answer shows it. */
  update(row: Message): void {
    this.#held.update(row);
    this.#publish();
  }

  star(ts: Timestamp, isStarred: boolean): void {
    this.#held.star(ts, isStarred);
    this.#publishSoon();
  }

  lastOwn(threadTs: Timestamp | undefined): Message | undefined {
    const self = this.#deps.self();
    const rows = threadTs === undefined ? this.#held.window() : this.#held.replies(threadTs);
    return rows.findLast(
      (row) =>
        row.user === self &&
        row.bot_id === undefined &&
        row.subtype !== 'tombstone' &&
        this.overlay(row.ts).isRemoved !== true &&
        !isSystemSubtype(row.subtype),
    );
  }

  thread(threadTs: Timestamp): ThreadView {
    const known = this.#threads.get(threadTs);
    if (known !== undefined) return known;
    const made = new ThreadView(this.channelId, threadTs, {
      call: this.#deps.call,
      held: this.#held,
      rowsOf: (messages) =>
        this.#rows.of(
          this.#source(),
          messages,
          this.#pending(threadTs),
          this.#ephemeral.filter((message) => message.thread_ts === threadTs),
        ),
      rowOf: (message) => this.#rows.one(this.#source(), message),
      merged: (messages) => this.#noteOwn(messages),
      self: this.#deps.self,
      mark: (ts) => this.#deps.markThread(this.channelId, threadTs, ts),
    });
    this.#threads.set(threadTs, made);
    return made;
  }

  toldOfThread(threadTs: Timestamp, state: ThreadState): void {
    this.#threads.get(threadTs)?.told(state);
  }

  $thread(threadTs: Timestamp): ReadableAtom<ThreadWindow> {
    return this.thread(threadTs).$window;
  }

  #posted(row: Message): void {
    if (row.thread_ts !== undefined) this.#threads.get(row.thread_ts)?.replied(row);
    if (!isTopLevel(row) || this.#held.range?.to !== 'newest') return;
    if (row.user === this.#deps.self()) return;
    if (this.#isEntered) this.#newness.posted(row);
    if (this.#newness.isLooking || !this.#isEntered) this.#held.trim('oldest', windowMost + slackMost);
    else this.#held.trim('newest', pileMost);
  }

  /** A key is given once: what was written here keeps the one that it had before it was sent. */
  #noteOwn(rows: readonly Message[]): void {
    const self = this.#deps.self();
    const own = rows.filter((row) => row.client_msg_id !== undefined && row.user === self);
    for (const { ts, client_msg_id: id = ts } of own) if (!this.#keys.has(ts)) this.#keys.set(ts, id);
    // Only then: whoever waited for it shows the rows anew.
    for (const { client_msg_id: id = '' } of own) this.#deps.stored(this.channelId, id);
  }

  #source(): RowSource {
    return { self: this.#deps.self() ?? ('' as UserId), keys: this.#keys, overlays: this.#overlays };
  }

  #pending(threadTs: Timestamp | undefined): Pending[] {
    const sent = [...this.#sent.values()].map(({ pending }) => pending);
    const waiting = this.#deps.pendingOf(this.channelId).filter(({ id }) => !this.#sent.has(id));
    return [...sent, ...waiting].filter((pending) =>
      threadTs === undefined
        ? pending.threadTs === undefined || pending.isBroadcast
        : pending.threadTs === threadTs,
    );
  }

  #ephemeralWithin(range: Range | undefined): readonly EphemeralMessage[] {
    if (range === undefined || this.#ephemeral.length === 0) return [];
    return this.#ephemeral.filter(
      ({ ts, thread_ts: threadTs }) =>
        threadTs === undefined && ts >= range.from && (range.to === 'newest' || ts <= range.to),
    );
  }

  #publishSoon(): void {
    if (this.#isStale) return;
    this.#isStale = true;
    this.#deps.soon(() => {
      if (this.#isStale) this.#publish();
    });
  }

  #publish(): void {
    this.#isStale = false;
    setIfChanged(this.#window, this.#shown());
    for (const thread of this.#threads.values()) thread.publish();
  }

  #shown(): TimelineWindow {
    const { range } = this.#held;
    const reachesNewest = range?.to === 'newest';
    return {
      channelId: this.channelId,
      isLoaded: range !== undefined,
      rows: this.#rows.of(
        this.#source(),
        this.#held.window(),
        reachesNewest ? this.#pending(undefined) : [],
        this.#ephemeralWithin(range),
      ),
      hasOlder: range !== undefined && range.from !== '',
      hasNewer: range !== undefined && !reachesNewest,
      loading: this.#loader.loading,
      error: this.#loader.error,
      firstUnreadTs: this.#newness.firstUnreadTs,
      lastReadTs: this.#deps.counted(this.channelId)?.lastReadTs,
      targetTs: this.#targetTs,
      generation: this.#loader.generation,
    };
  }
}

const isPost = (frame: LogFrame): frame is LogFrame & Message =>
  frame.type === 'message' && frame.subtype !== 'message_changed' && frame.subtype !== 'message_deleted';
