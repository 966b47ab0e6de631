import { randomUUID } from 'node:crypto';
import { createConnection } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../../dev/client.ts';
import type { Commands, Recovery, Target } from './commands.ts';
import { Follower } from './follower.ts';

const comingBackAtOnce = 64;
const probeEveryMs = 10;
const timeMaxMs = 120_000;

/** Clients that live through a cut, and people who write before, during and after it. */
export class Outage {
  #followers: Follower[] = [];
  readonly #end = new AbortController();
  #writers: Promise<void>[] = [];
  /** Of each channel what was acknowledged. */
  readonly #acknowledged = new Map<string, Set<number>>();

  async follow(target: Target): Promise<void> {
    this.#followers = target.addresses.map((address) => new Follower(target.wire, address));
    await this.#connectAll();
  }

  write({ api, tokens, channels, perSecond }: Commands['write']['input']): void {
    const { signal } = this.#end;
    this.#writers = tokens.map(async (token, index) => {
      for (let count = index; !signal.aborted; count += 1) {
        const channel = channels[count % channels.length] ?? '';
        const startedAt = performance.now();
        await this.#post(api, token, channel);
        await wait(Math.max(0, (1_000 * tokens.length) / perSecond - (performance.now() - startedAt)));
      }
    });
  }

  async recovered({ cutAt }: Commands['recovered']['input']): Promise<Recovery> {
    const since = (): number => Date.now() - cutAt;
    const port = Number(new URL(this.#followers[0]?.address.url ?? '').port);
    const until = Date.now() + timeMaxMs;
    while (!(await isAnswering(port))) {
      if (Date.now() > until) throw new Error('nobody answers');
      await wait(probeEveryMs);
    }
    const answeredMs = since();
    await this.#connectAll();
    const caughtUpMs = since();
    this.#end.abort();
    await Promise.all(this.#writers);
    await this.#drained(until);
    const sum = (count: (follower: Follower) => number): number =>
      this.#followers.reduce((total, follower) => total + count(follower), 0);
    return {
      answeredMs,
      caughtUpMs,
      acknowledged: [...this.#acknowledged.values()].reduce((total, seqs) => total + seqs.size, 0),
      gaps: sum((follower) => follower.gaps),
      doubles: sum((follower) => follower.doubles),
      repeats: sum((follower) => follower.repeats),
      resets: sum((follower) => follower.resets),
      lost: sum((follower) => this.#lostOf(follower)),
    };
  }

  close(): void {
    this.#end.abort();
    for (const follower of this.#followers) follower.end();
  }

  async #connectAll(): Promise<void> {
    const waiting = [...this.#followers];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next.connect();
    };
    await Promise.all(Array.from({ length: comingBackAtOnce }, worker));
  }

  async #post(api: string, token: string, channel: string): Promise<void> {
    const args = { channel, text: `written ${Date.now()}`, client_msg_id: randomUUID() };
    for (;;) {
      try {
        const answer = await call(api, 'chat.postMessage', token, args);
        if (answer.ok) {
          const seqs = this.#acknowledged.get(channel) ?? new Set();
          this.#acknowledged.set(channel, seqs.add(answer.message.seq));
          return;
        }
      } catch {
        // The line broke: nobody knows whether it was taken, so it goes out again under the same id.
      }
      await wait(20);
    }
  }

  /** Until every socket has the last of what was acknowledged. */
  async #drained(until: number): Promise<void> {
    const isBehind = (follower: Follower): boolean =>
      [...this.#acknowledged].some(([channel, seqs]) => {
        const cursor = follower.cursors.get(channel);
        return cursor !== undefined && cursor < Math.max(...seqs);
      });
    while (this.#followers.some(isBehind) && Date.now() < until) await wait(20);
  }

  #lostOf({ cursors, begins, seen }: Follower): number {
    let lost = 0;
    for (const [channel, seqs] of this.#acknowledged) {
      if (!cursors.has(channel)) continue;
      for (const seq of seqs)
        if (seq > (begins.get(channel) ?? 0) && !seen.has(`${channel} ${seq}`)) lost += 1;
    }
    return lost;
  }
}

const isAnswering = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const end = (answers: boolean): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
