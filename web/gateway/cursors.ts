import { placeOf } from '../../domain/timeline/cursor.ts';
import type { LogId } from '../../protocol/frames.ts';
import type { LogFrame, TruncatedFrame } from './frames.ts';

type Entry = LogFrame | TruncatedFrame;

/** Behind it a resume brings what is dropped here. */
const waitingMax = 1_000;

/** A gap that so many resumes did not close: what is held of the log is given up. */
const resumesMax = 4;

interface Log {
  cursor: number;
  /** Resumes since the cursor last moved. */
  resumes: number;
  /** While it resumes: frames beyond the gap. They are tried again when the missed ones are in. */
  waiting: Entry[] | undefined;
}

/** The place in each log, and the rule by which frames move it. */
export class Cursors {
  readonly #logs = new Map<LogId, Log>();

  get(logId: LogId): number | undefined {
    return this.#logs.get(logId)?.cursor;
  }

  has(logId: LogId): boolean {
    return this.#logs.has(logId);
  }

  get logIds(): LogId[] {
    return [...this.#logs.keys()];
  }

  /** Begins at `cursor`, or goes there. */
  set(logId: LogId, cursor: number): void {
    this.#logs.set(logId, { cursor, resumes: 0, waiting: undefined });
  }

  delete(logId: LogId): void {
    this.#logs.delete(logId);
  }

  /** What lies beyond a gap waits from here on. */
  expectResume(logId: LogId): void {
    const log = this.#logs.get(logId);
    if (log === undefined) return;
    log.waiting ??= [];
    log.resumes += 1;
  }

  isStuck(logId: LogId): boolean {
    return (this.#logs.get(logId)?.resumes ?? 0) >= resumesMax;
  }

  /** Of an old socket: a new one sends what it has from the cursor on. */
  forgetWaiting(): void {
    for (const [logId, { cursor }] of this.#logs) this.set(logId, cursor);
  }

  /** `next` moved the cursor: the frame is to be applied. `held` waits for a resume that is under way. */
  take(logId: LogId, frame: Entry): 'next' | 'seen' | 'gap' | 'held' | 'unknown' {
    const log = this.#logs.get(logId);
    if (log === undefined) return 'unknown';
    const place = placeOf(log.cursor, frame);
    if (place === 'next') {
      log.cursor = frame.seq;
      log.resumes = 0;
    }
    if (place !== 'gap' || log.waiting === undefined) return place;
    log.waiting.push(frame);
    if (log.waiting.length > waitingMax) log.waiting.shift();
    return 'held';
  }

  /** All up to `head` was sent, as far as this person may see it. Answers the frames that waited, in order. */
  resumed(logId: LogId, head: number): Entry[] {
    const log = this.#logs.get(logId);
    if (log === undefined) return [];
    log.cursor = Math.max(log.cursor, head);
    const waiting = log.waiting ?? [];
    log.waiting = undefined;
    return waiting.toSorted((one, other) => one.seq - other.seq);
  }
}
