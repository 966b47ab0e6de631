import type { Message } from '../../protocol/entities.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { HeldRows } from './held-rows.ts';
import { unreadOf } from './unread-line.ts';
import type { CountedLine } from './unread-line.ts';

interface NewnessDeps {
  readonly held: HeldRows;
  readonly self: () => UserId | undefined;
  readonly counted: () => CountedLine | undefined;
  /** Whether the channel is open at all. */
  readonly isShown: () => boolean;
  readonly mark: (mark: { ordinal: number; ts: Timestamp }) => void;
}

/** Where "New" stands in a window, and what is read by looking at it. */
export class Newness {
  readonly #deps: NewnessDeps;
  firstUnreadTs: Timestamp | undefined;
  #isLooking = false;
  /** The person said "unread from here": looking does not read it. */
  #isKeptUnread = false;

  constructor(deps: NewnessDeps) {
    this.#deps = deps;
  }

  get isLooking(): boolean {
    return this.#isLooking;
  }

  set isLooking(isLooking: boolean) {
    this.#isLooking = isLooking;
    this.look();
  }

  /** For one who comes in. */
  place(): void {
    const line = this.#deps.counted();
    this.firstUnreadTs = undefined;
    if (line?.mark === undefined || unreadOf(line) === 0) return;
    const { mark } = line;
    const self = this.#deps.self();
    const isNew = ({ ordinal = 0, user }: Message): boolean => ordinal > mark && user !== self;
    this.firstUnreadTs = this.#deps.held.window().find(isNew)?.ts;
  }

  leave(): void {
    this.#isLooking = false;
    this.#isKeptUnread = false;
    this.firstUnreadTs = undefined;
  }

  /** Another's message came to the window's end. What merely happened to the channel is new to nobody. */
  posted(row: Message): void {
    if (row.ordinal === undefined) return;
    if (this.#isLooking) this.look();
    else this.firstUnreadTs ??= row.ts;
  }

  /** Reads what is seen: the newest row, where the window reaches it. */
  look(): void {
    const { held, counted, isShown, mark } = this.#deps;
    if (!this.#isLooking || !isShown() || this.#isKeptUnread || held.range?.to !== 'newest') return;
    const line = counted();
    const newest = held.window().findLast(({ ordinal }) => ordinal !== undefined);
    if (newest?.ordinal === undefined || line?.mark === undefined || newest.ordinal <= line.mark) return;
    mark({ ordinal: newest.ordinal, ts: newest.ts });
  }

  /** Explicitly, up to a message or all: what was kept unread is read. */
  read(ts: Timestamp | undefined): void {
    const row = this.#deps.held
      .window()
      .findLast((message) => message.ordinal !== undefined && (ts === undefined || message.ts <= ts));
    this.#isKeptUnread = false;
    if (row?.ordinal !== undefined) this.#deps.mark({ ordinal: row.ordinal, ts: row.ts });
  }

  /** Answers the place right before the message; undefined where it is not held. */
  keepFrom(ts: Timestamp): { ordinal: number; ts: Timestamp } | undefined {
    const rows = this.#deps.held.window();
    const index = rows.findIndex((row) => row.ts === ts);
    const row = rows[index];
    if (row?.ordinal === undefined) return undefined;
    this.#isKeptUnread = true;
    this.firstUnreadTs = ts;
    return { ordinal: row.ordinal - 1, ts: rows[index - 1]?.ts ?? beginning };
  }
}

const beginning = '0000000000.000000' as Timestamp;
