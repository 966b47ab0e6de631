import type { ReadableAtom } from 'nanostores';
import type { Message } from '../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Answer, Call } from '../api/call.ts';
import type { Clock } from '../gateway/clock.ts';
import type { Request, RequestAnswer } from '../gateway/requests.ts';
import type { ChannelLines } from './channel-lines.ts';
import type * as contract from './contract.ts';
import type { Draft, Pending, TakenWords } from './contract.ts';
import type { Marks } from './marks.ts';
import type { Outbox } from './outbox.ts';
import { hasReaction } from './overlay.ts';
import type { Overlay } from './overlay.ts';
import type { Timelines } from './timelines.ts';
import type { Typing } from './typing.ts';

interface MessagesDeps {
  readonly call: Call;
  readonly clock: Clock;
  readonly self: () => UserId | undefined;
  readonly outbox: Outbox;
  readonly timelines: Timelines;
  readonly lines: ChannelLines;
  readonly marks: Marks;
  readonly typing: Typing;
  readonly ask: (request: Request) => Promise<RequestAnswer>;
}

/** Accepted, but the frame that says so is still to come: until then, or that long, the row shows it. */
const frameLimitMs = 5_000;

/** What a person does to messages: shown at once, and taken back where it is refused. */
export class Messages implements contract.Messages {
  readonly #deps: MessagesDeps;

  constructor(deps: MessagesDeps) {
    this.#deps = deps;
  }

  get $unsent(): ReadableAtom<readonly Pending[]> {
    return this.#deps.outbox.$unsent;
  }

  send(channelId: ChannelId, draft: Draft, taken?: TakenWords): string {
    this.#deps.typing.sent(channelId, draft.threadTs);
    return this.#deps.outbox.add(channelId, draft, taken).id;
  }

  retry(pendingId: string): void {
    this.#deps.outbox.retry(pendingId);
  }

  discard(pendingId: string): string | undefined {
    return this.#deps.outbox.discard(pendingId);
  }

  async edit(channelId: ChannelId, ts: Timestamp, text: string): Promise<Answer<'chat.update'>> {
    const timeline = this.#deps.timelines.of(channelId);
    const laid = this.#lay(channelId, ts, { text });
    const answer = await this.#deps.call('chat.update', { channel: channelId, ts, text });
    if (answer.ok) timeline.update(answer.message);
    this.#lift(channelId, ts, laid);
    return answer;
  }

  hide(channelId: ChannelId, ts: Timestamp): void {
    this.#lay(channelId, ts, { isRemoved: true });
  }

  unhide(channelId: ChannelId, ts: Timestamp, isDeleted = false): void {
    const laid = this.#deps.timelines.of(channelId).overlay(ts);
    if (isDeleted) this.#liftLater(channelId, ts, laid);
    else this.#lift(channelId, ts, laid);
  }

  async toggleReaction(
    channelId: ChannelId,
    ts: Timestamp,
    name: string,
  ): Promise<Answer<'reactions.add'> | Answer<'reactions.remove'>> {
    const { call, timelines, self } = this.#deps;
    const timeline = timelines.of(channelId);
    const row = timeline.row(ts);
    const me = self();
    const { reactions = {} } = timeline.overlay(ts);
    const isThere = reactions[name] ?? (row !== undefined && me !== undefined && hasReaction(row, name, me));
    const laid = this.#lay(channelId, ts, { reactions: { ...reactions, [name]: !isThere } });
    const target = { channel: channelId, timestamp: ts, name };
    const answer = await (isThere ? call('reactions.remove', target) : call('reactions.add', target));
    const isDone = answer.ok || answer.error === 'already_reacted' || answer.error === 'no_reaction';
    if (isDone) this.#liftLater(channelId, ts, laid);
    else this.#lift(channelId, ts, laid);
    return answer;
  }

  markRead(channelId: ChannelId, ts: Timestamp): void {
    this.#deps.timelines.of(channelId).markRead(ts);
  }

  markAllRead(channelId: ChannelId): void {
    this.#deps.timelines.of(channelId).markRead();
  }

  markUnreadFrom(channelId: ChannelId, ts: Timestamp): void {
    const { lines, marks, timelines } = this.#deps;
    const place = timelines.of(channelId).keepUnreadFrom(ts);
    if (place === undefined) return;
    lines.markBack(channelId, place);
    marks.back(channelId, ts);
  }

  followThread(channelId: ChannelId, threadTs: Timestamp, isFollowed: boolean): void {
    const thread = this.#deps.timelines.of(channelId).thread(threadTs);
    thread.told({ isFollowed });
    const type = isFollowed ? 'follow' : 'unfollow';
    void this.#deps.ask({ type, channel: channelId, thread_ts: threadTs }).then((answer) => {
      if (!answer.ok) thread.told({ isFollowed: !isFollowed });
    });
  }

  dismiss(channelId: ChannelId, ts: Timestamp): void {
    this.#deps.timelines.of(channelId).dismiss(ts);
  }

  lastOwn(channelId: ChannelId, threadTs?: Timestamp): Message | undefined {
    return this.#deps.timelines.of(channelId).lastOwn(threadTs);
  }

  #lay(channelId: ChannelId, ts: Timestamp, change: Overlay): Overlay {
    const timeline = this.#deps.timelines.of(channelId);
    const laid = { ...timeline.overlay(ts), ...change };
    timeline.lay(ts, laid);
    return laid;
  }

  /** A later change has laid its own over it: that one stays. */
  #lift(channelId: ChannelId, ts: Timestamp, laid: Overlay): void {
    const timeline = this.#deps.timelines.of(channelId);
    if (timeline.overlay(ts) === laid) timeline.lay(ts, undefined);
  }

  #liftLater(channelId: ChannelId, ts: Timestamp, laid: Overlay): void {
    const timeline = this.#deps.timelines.of(channelId);
    if (isSaid(timeline.row(ts), laid, this.#deps.self())) this.#lift(channelId, ts, laid);
    else this.#deps.clock.after(frameLimitMs, () => this.#lift(channelId, ts, laid));
  }
}

/** Whether the row says by itself what was laid over it. */
function isSaid(row: Message | undefined, laid: Overlay, self: UserId | undefined): boolean {
  if (row === undefined) return true;
  if (laid.isRemoved === true) return row.subtype === 'tombstone';
  return Object.entries(laid.reactions ?? {}).every(
    ([name, isWanted]) => self !== undefined && hasReaction(row, name, self) === isWanted,
  );
}
