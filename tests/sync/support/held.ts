import { applyFrame } from '../../../domain/timeline/apply-frame.ts';
import type { EventFrame } from '../../../domain/timeline/apply-frame.ts';
import { emptyTimeline, withPage } from '../../../domain/timeline/timeline.ts';
import type { Facts, Timeline } from '../../../domain/timeline/timeline.ts';
import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';

/** One channel as a client holds it: all of its rows, read once and kept right by frames. */
export class Held {
  timeline: Timeline;
  isResuming = false;
  /** Since it was last at the head. */
  resumes = 0;
  /** It lost a frame by its own fault: until it resumes it cannot be at the head. */
  droppedAt = 0;
  /** Where it was known last that its person is in it. */
  inAt: number;
  /** A reset: the cursor is that of the first page, and what comes before it waits. */
  #isHeadless: boolean;
  #readings = 0;
  #waiting: EventFrame[] = [];
  /** Frames that came while pages were under way: what was read before them is brought up to them. */
  #since: EventFrame[] = [];

  constructor(channelId: ChannelId, head: number | undefined) {
    this.timeline = emptyTimeline(channelId, head ?? 0);
    this.inAt = head ?? 0;
    this.#isHeadless = head === undefined;
  }

  get isHeadless(): boolean {
    return this.#isHeadless;
  }

  take(frame: EventFrame): 'applied' | 'seen' | 'gap' {
    if (this.#isHeadless) {
      this.#waiting.push(frame);
      return 'seen';
    }
    const { state, timeline } = applyFrame(this.timeline, frame);
    if (state === 'applied') {
      this.timeline = timeline;
      if (this.#readings > 0) this.#since.push(frame);
    }
    return state;
  }

  reading(): void {
    this.#readings += 1;
  }

  ended(): void {
    this.#readings -= 1;
    if (this.#readings === 0) this.#since = [];
  }

  /** A page that was read at `head`. Answers whether a frame that waited lies beyond a gap. */
  merge(messages: readonly Message[], head: number): boolean {
    this.timeline = withPage(this.timeline, messages);
    let isGap = false;
    if (this.#isHeadless) {
      this.#isHeadless = false;
      this.timeline = { ...this.timeline, head };
      for (const frame of this.#waiting.splice(0)) if (this.take(frame) === 'gap') isGap = true;
    }
    for (const frame of this.#since) if (frame.seq > head) this.#again(frame);
    return isGap;
  }

  /** People, and what the channel is, as they were read while frames came. */
  seat(members: readonly UserId[], facts: Facts): void {
    this.timeline = { ...this.timeline, members: new Set(members), facts };
    for (const frame of this.#since) {
      if (frame.type.startsWith('member_') || frame.seq > facts.rev) this.#again(frame);
    }
  }

  #again(frame: EventFrame): void {
    const { head } = this.timeline;
    const placed = { ...this.timeline, head: frame.after ?? frame.seq - 1 };
    this.timeline = { ...applyFrame(placed, frame).timeline, head };
  }
}
