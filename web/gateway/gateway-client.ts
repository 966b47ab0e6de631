import { closeCodes } from '../../protocol/frames.ts';
import type { LogId } from '../../protocol/frames.ts';
import { retryDelayMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import { Cursors } from './cursors.ts';
import { anewCode, Link } from './link.ts';
import type { Follower } from './link.ts';
import { unreachable } from './requests.ts';
import type { Request, RequestAnswer } from './requests.ts';
import type { Connect, Hints } from './socket.ts';

export type LinkState =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  /** Also while it tries again: `sinceMs` is when the last socket was lost. */
  | { readonly state: 'offline'; readonly sinceMs: number; readonly retryAtMs: number }
  | { readonly state: 'ended'; readonly reason: EndReason };

/** It does not come back by itself: who asks is unknown, was shut out, speaks too old a version, or called `stop`. */
export type EndReason = 'not_authenticated' | 'revoked' | 'outdated' | 'stopped';

export interface GatewayOptions {
  readonly url: string;
  readonly connect: Connect;
  readonly clock: Clock;
  readonly hints?: Hints;
  readonly follower: Follower;
  readonly onState: (state: LinkState) => void;
  /** For servers that know no `position` frames. */
  readonly reportsPosition?: boolean;
}

/** Live for that long, a socket was no blip: the next loss begins anew with a quick try. */
const steadyMs = 5_000;
/** Coming back at once would be more of what the server ended. */
const pausing: ReadonlySet<number> = new Set([closeCodes.flood, closeCodes.crowded]);
const pauseMs = 5_000;

/**
 * A connection that keeps itself: it greets with its cursors, hands entries over in the order of their logs, each
 * once, resumes over gaps, finds dead sockets and comes back. docs/gateway.md is the server's side of it.
 */
export class GatewayClient {
  readonly #options: GatewayOptions;
  readonly #cursors = new Cursors();
  #state: LinkState = { state: 'connecting' };
  #link: Link | undefined;
  #attempt = 0;
  #liveSinceMs: number | undefined;
  #cancelRetry: (() => void) | undefined;
  #stopHints: (() => void) | undefined;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** The last `seq` of a log that was handed over. */
  cursorOf(logId: Parameters<Cursors['get']>[0]): number | undefined {
    return this.#cursors.get(logId);
  }

  /** Rows of an earlier page are held up to these places: the next hello says so, and brings what came since. */
  begin(places: Iterable<readonly [LogId, number]>): void {
    for (const [logId, seq] of places) this.#cursors.set(logId, seq);
    if (this.#link?.isLive === false) this.#link.end(anewCode);
  }

  start(): void {
    this.#stopHints = this.#options.hints?.((hint) => this.#hear(hint));
    this.#connect();
  }

  /** For good. */
  stop(): void {
    this.#endWith('stopped');
  }

  /** Tries at once, after a loss; a live socket is asked whether it still is. */
  retryNow(): void {
    if (this.#link !== undefined) this.#link.doubt();
    else if (this.#state.state === 'offline') this.#connect();
  }

  /** Sends what is answered. `unreachable` at once where there is no live socket: nothing is queued here. */
  ask(request: Request): Promise<RequestAnswer> {
    return this.#link?.ask(request) ?? Promise.resolve(unreachable);
  }

  #connect(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    const { url, connect, clock, follower, reportsPosition = true } = this.#options;
    const link: Link = new Link({
      url,
      connect,
      clock,
      follower,
      reportsPosition,
      cursors: this.#cursors,
      live: () => {
        this.#liveSinceMs = clock.now();
        this.#become({ state: 'live' });
      },
      ended: (end) => {
        if (this.#link === link || this.#link === undefined) this.#lost(end);
      },
    });
    this.#link = link;
  }

  #lost({ code, delayMs }: { code: number; delayMs?: number }): void {
    this.#link = undefined;
    if (this.#state.state === 'ended') return;
    const reason = endReasonOf(code);
    if (reason !== undefined) {
      this.#endWith(reason);
      return;
    }
    const { clock } = this.#options;
    const nowMs = clock.now();
    const liveMs = this.#liveSinceMs === undefined ? 0 : nowMs - this.#liveSinceMs;
    this.#liveSinceMs = undefined;
    if (liveMs >= steadyMs) this.#attempt = 0;
    const waitMs = Math.max(
      delayMs ?? 0,
      pausing.has(code) ? pauseMs : 0,
      retryDelayMs(this.#attempt, clock.random()),
    );
    this.#attempt += 1;
    const sinceMs = this.#state.state === 'offline' ? this.#state.sinceMs : nowMs;
    this.#become({ state: 'offline', sinceMs, retryAtMs: nowMs + waitMs });
    this.#cancelRetry = clock.after(waitMs, () => this.#connect());
  }

  #hear(hint: 'online' | 'visible'): void {
    // A laptop that wakes: its timers stood still and its socket is in doubt.
    if (hint === 'online') this.#attempt = 0;
    this.retryNow();
  }

  #endWith(reason: EndReason): void {
    if (this.#state.state === 'ended') return;
    this.#become({ state: 'ended', reason });
    this.#cancelRetry?.();
    this.#stopHints?.();
    const link = this.#link;
    this.#link = undefined;
    link?.end(anewCode);
  }

  #become(state: LinkState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

/** 4003 (slow), 4000 (no hello), 4006 (moved) and the platform's own are losses: it comes back with its cursors. */
function endReasonOf(code: number): EndReason | undefined {
  switch (code) {
    case closeCodes.notAuthenticated:
      return 'not_authenticated';
    case closeCodes.revoked:
      return 'revoked';
    case closeCodes.versionTooOld:
      return 'outdated';
    default:
      return undefined;
  }
}
