import type { Message } from '../../protocol/entities.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Call } from '../api/call.ts';
import type { Clock } from '../gateway/clock.ts';
import type { TimelineWindow } from './contract.ts';
import type { HeldRows, Range } from './held-rows.ts';
import { readAfter, readBefore } from './read-pages.ts';
import type { Page, Read } from './read-pages.ts';
import { unreadOf } from './unread-line.ts';
import type { CountedLine } from './unread-line.ts';

interface LoaderDeps {
  readonly call: Call;
  readonly clock: Clock;
  readonly held: HeldRows;
  readonly counted: () => CountedLine | undefined;
  readonly changed: () => void;
  /** A page is in. `first`: the window is another one. */
  readonly loaded: (kind: Loading, messages: readonly Message[]) => void;
}

type Loading = Exclude<TimelineWindow['loading'], 'none'>;

const firstPage = 60;
const olderPage = 100;
/** More unread than that and the window opens at the first of them instead of the newest. */
const unreadInOnePage = 200;
const aroundPage = 50;
/** Rows of one window: beyond, the far end is let go. */
export const windowMost = 1_000;

/** Reads pages into a window, one at a time. A window that is opened elsewhere makes what is under way worthless. */
export class WindowLoader {
  readonly #channelId: ChannelId;
  readonly #deps: LoaderDeps;
  loading: TimelineWindow['loading'] = 'none';
  error: string | undefined;
  /** Rises with each window that replaces another. */
  generation = 0;
  #epoch = 0;

  constructor(channelId: ChannelId, deps: LoaderDeps) {
    this.#channelId = channelId;
    this.#deps = deps;
  }

  cancel(): void {
    this.#epoch += 1;
    this.loading = 'none';
    this.error = undefined;
  }

  /** With the first unread message in it. */
  async openFirst(): Promise<void> {
    if (this.loading === 'first') return;
    const line = this.#deps.counted();
    const unread = line === undefined ? 0 : unreadOf(line);
    if (unread > unreadInOnePage && line?.lastReadTs !== undefined) await this.openAround(line.lastReadTs);
    else await this.openNewest(Math.max(firstPage, Math.min(unread, unreadInOnePage) + aroundPage));
  }

  async openNewest(limit = firstPage): Promise<void> {
    this.cancel();
    const { call } = this.#deps;
    const read = (): Promise<Read> => readBefore(call, this.#channelId, { limit });
    await this.#load('first', read, (page) => ({ from: beginOf(page), to: 'newest' }));
  }

  async openAround(ts: Timestamp): Promise<void> {
    this.cancel();
    let hasNewer = true;
    const read = async (): Promise<Read> => {
      const before = await readBefore(this.#deps.call, this.#channelId, { upTo: ts, limit: aroundPage });
      if (!before.ok) return before;
      const after = await this.#readAfter(ts, before.messages);
      if (!after.ok) return before;
      hasNewer = after.hasMore;
      const head = Math.min(before.head, after.head);
      return { ...before, messages: [...before.messages, ...after.messages], head };
    };
    await this.#load('first', read, (page) => ({
      from: beginOf(page),
      to: hasNewer ? (page.messages.at(-1)?.ts ?? ts) : 'newest',
    }));
  }

  async older(): Promise<void> {
    const { call, held, changed } = this.#deps;
    const { range } = held;
    if (range === undefined || range.from === '' || this.loading !== 'none') return;
    const before = range.from;
    const read = (): Promise<Read> => readBefore(call, this.#channelId, { before, limit: olderPage });
    await this.#load('older', read, (page) => ({
      from: page.hasMore ? (page.messages[0]?.ts ?? before) : '',
      to: held.range?.to ?? 'newest',
    }));
    if (held.trim('newest', windowMost)) changed();
  }

  async newer(): Promise<void> {
    const { held, changed } = this.#deps;
    const { range } = held;
    if (range === undefined || range.to === 'newest' || this.loading !== 'none') return;
    const after = range.to;
    await this.#load(
      'newer',
      () => this.#readAfter(after, held.window()),
      (page) => ({
        from: held.range?.from ?? '',
        to: page.hasMore ? (page.messages.at(-1)?.ts ?? after) : 'newest',
      }),
    );
    if (held.trim('oldest', windowMost)) changed();
  }

  /** As dense as what is known, a span of that length holds a page. */
  #readAfter(after: Timestamp, rows: readonly Message[]): Promise<Read> {
    const { call, clock } = this.#deps;
    const first = rows[0];
    const last = rows.at(-1);
    const spanned = first === undefined || last === undefined ? 0 : microsOf(last.ts) - microsOf(first.ts);
    const spanMicros = (spanned / Math.max(1, rows.length)) * olderPage;
    return readAfter(call, this.#channelId, { after, spanMicros, nowMs: clock.now() });
  }

  async #load(kind: Loading, read: () => Promise<Read>, rangeOf: (page: Page) => Range): Promise<void> {
    const { held, changed, loaded } = this.#deps;
    const epoch = this.#epoch;
    this.loading = kind;
    this.error = undefined;
    changed();
    held.reading();
    const page = await read();
    const isWanted = epoch === this.#epoch;
    if (isWanted) {
      this.loading = 'none';
      if (page.ok) {
        const range = rangeOf(page);
        if (kind === 'first') {
          held.dropWindow();
          this.generation += 1;
        }
        held.setRange(range);
        held.merge(page);
      } else this.error = page.error;
    }
    held.ended();
    if (!isWanted) return;
    if (page.ok) loaded(kind, page.messages);
    changed();
  }
}

const beginOf = ({ hasMore, messages }: Page): Timestamp | '' => (hasMore ? (messages[0]?.ts ?? '') : '');
