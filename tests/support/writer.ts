import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** One try to post: the `ts` that it was acknowledged with, or undefined if no answer came. */
export type Post = (channel: string, text: string, clientMessageId: string) => Promise<string | undefined>;

export interface Sent {
  readonly channel: string;
  readonly text: string;
  readonly clientMessageId: string;
  /** Each acknowledgement of it; none if nobody knows whether it was taken. */
  readonly acks: string[];
}

/**
 * Somebody who posts until told to stop. Where no answer came they repeat the call once the house is back, under the
 * same id; every third such message they give up instead. Every fifth message goes out twice although it was acked.
 */
export class Writer {
  readonly sent: Sent[] = [];
  readonly #post: Post;
  readonly #name: string;
  #isStopped = false;

  constructor(name: string, post: Post) {
    this.#name = name;
    this.#post = post;
  }

  get acknowledged(): number {
    return this.sent.filter(({ acks }) => acks.length > 0).length;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async write(channels: readonly string[]): Promise<void> {
    for (let count = 0; !this.#isStopped; count += 1) {
      const channel = channels[count % channels.length] ?? '';
      const sent: Sent = { channel, text: `${this.#name} ${count}`, clientMessageId: randomUUID(), acks: [] };
      this.sent.push(sent);
      await this.#deliver(sent, count);
      if (count % 5 === 0 && sent.acks.length > 0) await this.#try(sent);
    }
  }

  async #deliver(sent: Sent, count: number): Promise<void> {
    while (!(await this.#try(sent))) {
      if (count % 3 === 0) return;
      await wait(20);
    }
  }

  async #try({ channel, text, clientMessageId, acks }: Sent): Promise<boolean> {
    const ts = await this.#post(channel, text, clientMessageId);
    if (ts !== undefined) acks.push(ts);
    return ts !== undefined;
  }
}
