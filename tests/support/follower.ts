import { setTimeout as wait } from 'node:timers/promises';
import { applyFrame, type EventFrame } from '../../domain/timeline/apply-frame.ts';
import { emptyTimeline, type Timeline } from '../../domain/timeline/timeline.ts';
import { isChannelId, type ChannelId } from '../../protocol/ids.ts';
import { connect, type Frame, type GatewayClient } from './gateway-client.ts';

/**
 * A client as docs/gateway.md asks for one: it keeps the channels that its first hello showed as timelines, comes back
 * with their cursors, resumes after a gap, and says where it is. What it saw is kept for a test to judge.
 */
export class Follower {
  readonly timelines = new Map<ChannelId, Timeline>();
  /** Of each channel every `seq` that moved its cursor, in order. */
  readonly applied = new Map<ChannelId, number[]>();
  /** Frames at or below the cursor, and frames above a gap. */
  readonly passedOver = { seen: 0, gap: 0 };
  /** Logs that had to be forgotten: what it holds of them is not whole. */
  readonly resets: string[] = [];
  readonly #url: string;
  readonly #token: string;
  #client: GatewayClient | undefined;
  #frames = 0;
  #wakers: (() => void)[] = [];

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Starts from a cursor of one's own, before the first hello. */
  begin(channel: ChannelId, head: number): void {
    this.timelines.set(channel, emptyTimeline(channel, head));
  }

  /** Connects, again and again while nobody answers, and resolves with the hello. */
  async connect(timeMaxMs = 30_000): Promise<Frame> {
    const until = Date.now() + timeMaxMs;
    for (;;) {
      try {
        const client = await connect(this.#url, this.#token, { cursors: this.#cursors() });
        const hello = await client.find(({ type }) => type === 'hello');
        this.#client = client;
        this.#frames = 0;
        void this.#read(client);
        return hello;
      } catch (error) {
        if (Date.now() > until) throw error;
        await wait(50);
      }
    }
  }

  /** The end of the connection that stands, from whichever side. */
  closed(): Promise<unknown> {
    return this.#client?.closed ?? Promise.resolve();
  }

  /** Reads no more, as when a train enters a tunnel: the other side goes on sending to it. The end of it is the test's. */
  abandon(): GatewayClient | undefined {
    const client = this.#client;
    client?.stall();
    this.#client = undefined;
    return client;
  }

  async close(): Promise<void> {
    await this.#client?.close();
  }

  /** Posts by the socket; undefined if it broke before the answer came. */
  async say(channel: ChannelId, text: string, clientMessageId: string): Promise<Frame | undefined> {
    const client = this.#client;
    if (client === undefined) return undefined;
    try {
      client.send({ type: 'message', id: clientMessageId, channel, text, client_msg_id: clientMessageId });
      const answer = await client.answer(clientMessageId);
      return answer.type === 'ack' ? answer : undefined;
    } catch {
      return undefined;
    }
  }

  headOf(channel: ChannelId): number {
    return this.timelines.get(channel)?.head ?? 0;
  }

  /** Waits until it has the channel up to `seq`. */
  async reach(channel: ChannelId, seq: number, timeMaxMs = 20_000): Promise<void> {
    const limit = AbortSignal.timeout(timeMaxMs);
    while (this.headOf(channel) < seq) {
      if (limit.aborted)
        throw new Error(
          `${channel} stands at ${this.headOf(channel)} instead of ${seq} after ${timeMaxMs} ms`,
        );
      await Promise.race([wait(500), new Promise<void>((resolve) => this.#wakers.push(resolve))]);
    }
  }

  #cursors(): Record<string, number> {
    return Object.fromEntries([...this.timelines].map(([id, { head }]) => [id, head]));
  }

  async #read(client: GatewayClient): Promise<void> {
    try {
      for (;;) this.#hear(client, await client.next(() => true, 3_600_000));
    } catch {
      // It closed: whoever runs the test connects again.
    }
  }

  #hear(client: GatewayClient, frame: Frame): void {
    this.#frames += 1;
    if (this.#frames % 100 === 0) client.send({ type: 'position', frames: this.#frames });
    switch (frame.type) {
      case 'hello':
        this.#begin((frame['channels'] ?? []) as HelloLine[]);
        break;
      case 'batch':
        for (const event of (frame['events'] ?? []) as Frame[]) this.#apply(client, event);
        break;
      case 'resume':
        this.#resume(client);
        break;
      case 'resumed':
        for (const [id, state] of Object.entries((frame['channels'] ?? {}) as Record<string, object>))
          if ('reset' in state) this.resets.push(id);
        break;
      default:
        this.#apply(client, frame);
    }
    for (const wake of this.#wakers.splice(0)) wake();
  }

  /** What it knows already it keeps: the cursors went up, and what was missed comes. */
  #begin(lines: readonly HelloLine[]): void {
    for (const { id, head } of lines)
      if (!this.timelines.has(id)) this.timelines.set(id, emptyTimeline(id, head));
  }

  #apply(client: GatewayClient, frame: Frame): void {
    const { channel, seq } = frame;
    if (typeof channel !== 'string' || !isChannelId(channel) || typeof seq !== 'number') return;
    const before = this.timelines.get(channel);
    if (before === undefined) return;
    const { state, timeline } = applyFrame(before, frame as unknown as EventFrame);
    this.timelines.set(channel, timeline);
    if (state === 'applied') {
      const seqs = this.applied.get(channel) ?? [];
      seqs.push(seq);
      this.applied.set(channel, seqs);
      return;
    }
    this.passedOver[state] += 1;
    if (state === 'gap') this.#resume(client);
  }

  #resume(client: GatewayClient): void {
    client.send({ type: 'hello', version: 1, cursors: this.#cursors() });
  }
}

interface HelloLine {
  readonly id: ChannelId;
  readonly head: number;
}
