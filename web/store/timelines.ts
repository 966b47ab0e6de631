import type { ReadableAtom } from 'nanostores';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { LogFrame, TruncatedFrame } from '../gateway/frames.ts';
import { ChannelTimeline } from './channel-timeline.ts';
import type { TimelineDeps } from './channel-timeline.ts';
import type * as contract from './contract.ts';
import type { EphemeralMessage, ThreadWindow, TimelineWindow } from './contract.ts';
import type { ThreadState } from './thread-view.ts';

/** Channels whose rows stay when one goes elsewhere, so that going back shows them at once. */
const keptMost = 12;

interface Deps extends TimelineDeps {
  readonly visited: (channelId: ChannelId) => void;
}

/** The timelines of this page: each channel's once it is looked at, and the last few of them with their rows. */
export class Timelines implements contract.Timelines {
  readonly #deps: Deps;
  readonly #timelines = new Map<ChannelId, ChannelTimeline>();
  #lately: ChannelId[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  of(channelId: ChannelId): ChannelTimeline {
    const known = this.#timelines.get(channelId);
    if (known !== undefined) return known;
    const made = new ChannelTimeline(channelId, this.#deps);
    this.#timelines.set(channelId, made);
    return made;
  }

  /** Channels whose rows are to be caught up with after a loss. */
  heldIds(): ChannelId[] {
    return [...this.#timelines].filter(([, timeline]) => timeline.isHeld).map(([id]) => id);
  }

  window(channelId: ChannelId): ReadableAtom<TimelineWindow> {
    return this.of(channelId).$window;
  }

  enter(channelId: ChannelId, at?: Timestamp): void {
    this.#deps.visited(channelId);
    this.of(channelId).enter(at);
    this.#lately = [channelId, ...this.#lately.filter((other) => other !== channelId)];
    for (const id of this.#lately.splice(keptMost)) this.of(id).drop();
  }

  leave(channelId: ChannelId): void {
    this.of(channelId).leave();
  }

  loadOlder(channelId: ChannelId): Promise<void> {
    return this.of(channelId).loadOlder();
  }

  loadNewer(channelId: ChannelId): Promise<void> {
    return this.of(channelId).loadNewer();
  }

  jumpTo(channelId: ChannelId, ts: Timestamp): Promise<void> {
    return this.of(channelId).jumpTo(ts);
  }

  jumpToNewest(channelId: ChannelId): Promise<void> {
    return this.of(channelId).jumpToNewest();
  }

  setLooking(channelId: ChannelId, isLooking: boolean): void {
    this.of(channelId).setLooking(isLooking);
  }

  thread(channelId: ChannelId, threadTs: Timestamp): ReadableAtom<ThreadWindow> {
    return this.of(channelId).$thread(threadTs);
  }

  enterThread(channelId: ChannelId, threadTs: Timestamp): void {
    this.of(channelId).thread(threadTs).enter();
  }

  leaveThread(channelId: ChannelId, threadTs: Timestamp): void {
    this.of(channelId).thread(threadTs).leave();
  }

  setLookingAtThread(channelId: ChannelId, threadTs: Timestamp, isLooking: boolean): void {
    this.of(channelId).thread(threadTs).setLooking(isLooking);
  }

  loadMoreReplies(channelId: ChannelId, threadTs: Timestamp): Promise<void> {
    return this.of(channelId).thread(threadTs).loadMore();
  }

  apply(channelId: ChannelId, frame: LogFrame | TruncatedFrame): void {
    const known = this.#timelines.get(channelId);
    if (known !== undefined) {
      known.apply(frame);
      return;
    }
    // Of a channel that was not looked at, one's own message may wait in the outbox.
    const { user, client_msg_id: id } = frame as { user?: unknown; client_msg_id?: string };
    if (frame.type === 'message' && id !== undefined && user === this.#deps.self()) {
      this.#deps.stored(channelId, id);
    }
  }

  /** One's own state of a thread; of one that was not looked at its page will say it. */
  toldOfThread(channelId: ChannelId, threadTs: Timestamp, state: ThreadState): void {
    this.#timelines.get(channelId)?.toldOfThread(threadTs, state);
  }

  /** Of a channel that was not looked at, too: it is shown when it is. */
  shownAlone(message: EphemeralMessage): void {
    this.of(message.channel).shownAlone(message);
  }

  starred(channelId: ChannelId, ts: Timestamp, isStarred: boolean): void {
    this.#timelines.get(channelId)?.star(ts, isStarred);
  }

  reset(channelId: ChannelId): void {
    this.#timelines.get(channelId)?.reset();
  }

  resetAll(): void {
    for (const timeline of this.#timelines.values()) timeline.reset();
  }

  wake(): void {
    for (const timeline of this.#timelines.values()) timeline.wake();
  }

  pendingChanged(channelId: ChannelId): void {
    this.#timelines.get(channelId)?.pendingChanged();
  }
}
