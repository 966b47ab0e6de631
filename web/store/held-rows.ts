import { applyFrame } from '../../domain/timeline/apply-frame.ts';
import { emptyTimeline, isTopLevel, withoutRow, withPage, withRow } from '../../domain/timeline/timeline.ts';
import type { Timeline } from '../../domain/timeline/timeline.ts';
import type { Message } from '../../protocol/entities.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { LogFrame } from '../gateway/frames.ts';

/** The part of a history that is held without a hole. `from` is '' where it reaches the beginning. */
export interface Range {
  readonly from: Timestamp | '';
  readonly to: Timestamp | 'newest';
}

/**
 * The rows of one channel that this page holds: one stretch of its top level, and the threads that are open. Frames
 * and pages come in any order; what is beyond the stretch is let go, so that it never has a hole.
 */
export class HeldRows {
  #timeline: Timeline;
  #range: Range | undefined;
  /** Open threads, and how far each is read. */
  readonly #threads = new Map<Timestamp, Timestamp | 'newest'>();
  /** Frames that came while pages were under way: a page that was read before them is brought up to them. */
  #since: LogFrame[] = [];
  #readings = 0;

  constructor(channelId: ChannelId) {
    this.#timeline = emptyTimeline(channelId, 0);
  }

  get range(): Range | undefined {
    return this.#range;
  }

  /** The last `seq` that its rows know of. */
  get head(): number {
    return this.#timeline.head;
  }

  /** Whether frames are of use here. */
  get isNeeded(): boolean {
    return this.#range !== undefined || this.#threads.size > 0 || this.#readings > 0;
  }

  row(ts: Timestamp): Message | undefined {
    return this.#timeline.rows.get(ts);
  }

  /** Oldest first. */
  window(): Message[] {
    return this.#sorted((row) => this.#isInRange(row));
  }

  /** Oldest first, without the parent. */
  replies(threadTs: Timestamp): Message[] {
    return this.#sorted((row) => row.thread_ts === threadTs && row.ts !== threadTs);
  }

  apply(frame: LogFrame): void {
    if (this.#readings > 0) this.#since.push(frame);
    this.#reduce(frame);
  }

  /** Before a page is asked for; `ended` after its answer was merged, or not. */
  reading(): void {
    this.#readings += 1;
  }

  ended(): void {
    this.#readings -= 1;
    if (this.#readings === 0) this.#since = [];
  }

  /** A page that was read at `head`, after the range was set that it belongs to. */
  merge({ messages, head }: { messages: readonly Message[]; head: number }): void {
    this.#timeline = { ...withPage(this.#timeline, messages), head: Math.max(head, this.#timeline.head) };
    for (const frame of this.#since) if (frame.seq > head) this.#reduce(frame);
  }

  /** A newer state of a row that is held. */
  update(row: Message): void {
    if (this.#timeline.rows.has(row.ts)) this.#timeline = withPage(this.#timeline, [row]);
  }

  /** One's own: no frame of the channel tells it, so it is no new state of the row. */
  star(ts: Timestamp, isStarred: boolean): void {
    const row = this.row(ts);
    if (row === undefined) return;
    const { is_starred: _before, ...rest } = row;
    this.#timeline = withRow(this.#timeline, isStarred ? { ...rest, is_starred: true } : rest);
  }

  setRange(range: Range): void {
    this.#range = range;
  }

  dropWindow(): void {
    this.#range = undefined;
    this.#letGo();
  }

  openThread(threadTs: Timestamp, to: Timestamp | 'newest'): void {
    this.#threads.set(threadTs, to);
  }

  dropThread(threadTs: Timestamp): void {
    this.#threads.delete(threadTs);
    this.#letGo();
  }

  clear(): void {
    this.#timeline = emptyTimeline(this.#timeline.channelId, 0);
    this.#range = undefined;
    this.#threads.clear();
    this.#since = [];
  }

  /** Keeps `most` rows of the window, and lets go at one end. Answers whether anything went. */
  trim(end: 'oldest' | 'newest', most: number): boolean {
    const rows = this.window();
    const range = this.#range;
    if (range === undefined || rows.length <= most) return false;
    const kept = end === 'oldest' ? rows.slice(-most) : rows.slice(0, most);
    const edge = (end === 'oldest' ? kept[0] : kept.at(-1))?.ts;
    if (edge === undefined) return false;
    this.#range = end === 'oldest' ? { ...range, from: edge } : { ...range, to: edge };
    this.#letGo();
    return true;
  }

  #reduce(frame: LogFrame): void {
    const before = this.#timeline;
    // The gateway client has seen to the order; a frame that is brought in again begins where it did.
    const placed = { ...before, head: frame.after ?? frame.seq - 1 };
    const after = applyFrame(placed, frame).timeline;
    const ts = touchedRow(frame);
    const row = ts === undefined ? undefined : after.rows.get(ts);
    const kept = row === undefined || this.#isKept(row) ? after : withoutRow(after, row.ts);
    this.#timeline = { ...kept, head: Math.max(before.head, frame.seq) };
  }

  #isInRange(row: Message): boolean {
    const range = this.#range;
    const { ts } = row;
    if (range === undefined || !isTopLevel(row)) return false;
    return ts >= range.from && (range.to === 'newest' || ts <= range.to);
  }

  #isKept(row: Message): boolean {
    if (this.#isInRange(row) || this.#threads.has(row.ts)) return true;
    const to = row.thread_ts === undefined ? undefined : this.#threads.get(row.thread_ts);
    return to !== undefined && (to === 'newest' || row.ts <= to);
  }

  #letGo(): void {
    const rows = new Map([...this.#timeline.rows].filter(([, row]) => this.#isKept(row)));
    this.#timeline = { ...this.#timeline, rows };
  }

  #sorted(isWanted: (row: Message) => boolean): Message[] {
    return [...this.#timeline.rows.values()]
      .filter(isWanted)
      .toSorted((one, other) => (one.ts < other.ts ? -1 : 1));
  }
}

/** The row that a frame brings, if it brings one. */
function touchedRow(frame: LogFrame): Timestamp | undefined {
  if (frame.type !== 'message') return undefined;
  if (frame.subtype === 'message_changed' && 'message' in frame) return frame.message.ts;
  return frame.subtype === 'message_deleted' ? undefined : frame.ts;
}
