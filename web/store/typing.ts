import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { EventBody } from '../../protocol/events.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Clock } from '../gateway/clock.ts';
import type { Request } from '../gateway/requests.ts';
import type * as contract from './contract.ts';

/** Twice what lies between two words of the same typist. */
const shownMs = 6_000;
const tellEveryMs = 3_000;

interface TypingDeps {
  readonly clock: Clock;
  readonly ask: (request: Request) => Promise<unknown>;
}

/** Who is typing. Nothing of it is kept: silence ends it. */
export class Typing implements contract.Typing {
  readonly #deps: TypingDeps;
  readonly #atoms = new Map<string, WritableAtom<readonly UserId[]>>();
  readonly #ends = new Map<string, () => void>();
  readonly #toldMs = new Map<string, number>();

  constructor(deps: TypingDeps) {
    this.#deps = deps;
  }

  typists(channelId: ChannelId, threadTs?: Timestamp): ReadableAtom<readonly UserId[]> {
    return this.#atom(keyOf(channelId, threadTs));
  }

  note(channelId: ChannelId, threadTs?: Timestamp): void {
    const key = keyOf(channelId, threadTs);
    const nowMs = this.#deps.clock.now();
    if (nowMs - (this.#toldMs.get(key) ?? Number.NEGATIVE_INFINITY) < tellEveryMs) return;
    this.#toldMs.set(key, nowMs);
    const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
    void this.#deps.ask({ type: 'typing', channel: channelId, ...thread });
  }

  heard({ channel, user, thread_ts: threadTs }: EventBody<'user_typing'>): void {
    const key = keyOf(channel, threadTs);
    const $typists = this.#atom(key);
    if (!$typists.get().includes(user)) $typists.set([...$typists.get(), user]);
    const name = `${key} ${user}`;
    this.#ends.get(name)?.();
    this.#ends.set(
      name,
      this.#deps.clock.after(shownMs, () => this.#end(key, user)),
    );
  }

  /** Their message is there. */
  posted(channelId: ChannelId, user: UserId | undefined, threadTs: Timestamp | undefined): void {
    if (user !== undefined) this.#end(keyOf(channelId, threadTs), user);
  }

  /** One's own went out: the next keystroke begins anew. */
  sent(channelId: ChannelId, threadTs: Timestamp | undefined): void {
    this.#toldMs.delete(keyOf(channelId, threadTs));
  }

  close(): void {
    for (const cancel of this.#ends.values()) cancel();
    this.#ends.clear();
  }

  #end(key: string, user: UserId): void {
    const name = `${key} ${user}`;
    const cancel = this.#ends.get(name);
    if (cancel === undefined) return;
    cancel();
    this.#ends.delete(name);
    const $typists = this.#atom(key);
    $typists.set($typists.get().filter((other) => other !== user));
  }

  #atom(key: string): WritableAtom<readonly UserId[]> {
    const known = this.#atoms.get(key);
    if (known !== undefined) return known;
    const made = atom<readonly UserId[]>([]);
    this.#atoms.set(key, made);
    return made;
  }
}

const keyOf = (channelId: ChannelId, threadTs: Timestamp | undefined): string =>
  threadTs === undefined ? channelId : `${channelId}:${threadTs}`;
