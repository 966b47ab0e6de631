import { closeCodes, heartbeat } from '../../protocol/frames.ts';
import type { DownFrame } from '../../protocol/down-frame.ts';
import type { HelloFrame, LogId } from '../../protocol/frames.ts';
import type { UserId } from '../../protocol/ids.ts';
import { version } from '../../protocol/version.ts';
import type { Clock } from './clock.ts';
import type { Cursors } from './cursors.ts';
import { classify, joinHello } from './frames.ts';
import type { Control, LogFrame, Passing, TruncatedFrame } from './frames.ts';
import { Heartbeat } from './heartbeat.ts';
import { Position } from './position.ts';
import { Requests, unreachable } from './requests.ts';
import type { Request, RequestAnswer } from './requests.ts';
import type { Connect, Socket } from './socket.ts';

/** Whoever holds what the logs say. Called in the order of the logs, never from within a call to the client. */
export interface Follower {
  /** The logs of which rows are held: after a loss they are caught up with; the others begin where hello says. */
  held(): Iterable<LogId>;
  /** The whole list, in place of all that was known. Logs that are held keep their rows; what they missed follows. */
  hello(hello: HelloFrame): void;
  /** The next entry of a log, once. */
  entry(logId: LogId, frame: LogFrame | TruncatedFrame): void;
  passing(event: Passing): void;
  /** Rows of this log cannot be caught up with: forget them, and read a page where it is shown. */
  reset(logId: LogId): void;
}

export interface LinkDeps {
  readonly clock: Clock;
  readonly connect: Connect;
  readonly url: string;
  readonly cursors: Cursors;
  readonly follower: Follower;
  readonly reportsPosition: boolean;
  /** Hello is complete. */
  readonly live: () => void;
  /** The socket ended, by a code of protocol/frames or the platform's. `delayMs`: the server asked to come later. */
  readonly ended: (end: { code: number; delayMs?: number }) => void;
}

/** From the connect to a complete hello. */
const openLimitMs = 15_000;
const resumeLimitMs = 20_000;
/** Of our own: the heartbeat found nobody. Never sent to a server that hears it. */
export const deadCode = 4900;
/** Ours too: the list itself is in doubt, and a new hello brings it. */
export const anewCode = 4901;

/** One socket, from its first frame to its last. */
export class Link {
  readonly #deps: LinkDeps;
  readonly #socket: Socket;
  readonly #requests: Requests;
  readonly #position: Position;
  #heartbeat: Heartbeat | undefined;
  #cancelLimit: () => void;
  #cancelResumeLimit: (() => void) | undefined;
  #openResumes = 0;
  #helloParts: HelloFrame[] = [];
  #heads: ReadonlyMap<LogId, number> = new Map();
  #self: UserId | undefined;
  #isEnded = false;
  /** True until the `resumed` that belongs to hello: a reset in it is settled by that same hello. */
  #isCatchingUp = false;

  constructor(deps: LinkDeps) {
    this.#deps = deps;
    this.#requests = new Requests(deps.clock);
    this.#position = new Position(deps.clock, (frames) => this.#send({ type: 'position', frames }));
    this.#cancelLimit = deps.clock.after(openLimitMs, () => this.end(deadCode));
    this.#socket = deps.connect(deps.url, {
      opened: () => this.#greet(),
      received: (text) => this.#receive(text),
      closed: (code) => this.end(code),
    });
  }

  get isLive(): boolean {
    return this.#self !== undefined && !this.#isEnded;
  }

  ask(request: Request): Promise<RequestAnswer> {
    if (!this.isLive) return Promise.resolve(unreachable);
    return this.#requests.ask(request, (text) => this.#write(text));
  }

  /** There is a reason to think that it may be dead. */
  doubt(): void {
    this.#heartbeat?.doubt();
  }

  end(code: number, delayMs?: number): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#cancelLimit();
    this.#cancelResumeLimit?.();
    this.#heartbeat?.stop();
    this.#position.stop();
    try {
      this.#socket.close(1000, '');
    } catch {
      // Closed already.
    }
    this.#requests.abandon();
    this.#deps.ended({ code, ...(delayMs === undefined ? {} : { delayMs }) });
  }

  #greet(): void {
    if (this.#isEnded) return;
    const { clock, cursors, follower } = this.#deps;
    this.#heartbeat = new Heartbeat({
      clock,
      send: (text) => this.#write(text),
      dead: () => this.end(deadCode),
    });
    const held = new Set(follower.held());
    for (const logId of cursors.logIds) if (!held.has(logId)) cursors.delete(logId);
    cursors.forgetWaiting();
    this.#hello(cursors.logIds);
  }

  #hello(logIds: readonly LogId[]): void {
    const { cursors, clock } = this.#deps;
    for (const logId of logIds) cursors.expectResume(logId);
    const places = logIds.map((logId): [LogId, number] => [logId, cursors.get(logId) ?? 0]);
    this.#send({ type: 'hello', version, cursors: Object.fromEntries(places) });
    if (logIds.length === 0) return;
    this.#openResumes += 1;
    this.#cancelResumeLimit ??= clock.after(resumeLimitMs, () => this.end(deadCode));
  }

  #receive(text: string): void {
    if (this.#isEnded) return;
    this.#heartbeat?.heard();
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return;
    }
    this.#take(value);
    if (this.#deps.reportsPosition && text !== heartbeat.pong) this.#position.count(text.length);
  }

  #take(value: unknown): void {
    if (this.#isEnded) return;
    const received = classify(value);
    switch (received.kind) {
      case 'entry':
        return this.#entry(received.logId, received.frame);
      case 'passing':
        return this.#deps.follower.passing(received.event);
      case 'batch':
        for (const event of received.events) this.#take(event);
        return;
      case 'control':
        return this.#control(received.frame);
      case 'pong':
      case 'unknown':
    }
  }

  #control(frame: Control): void {
    switch (frame.type) {
      case 'hello':
        this.#helloParts.push(frame);
        return this.#greeted();
      case 'resumed':
        return this.#resumed(frame.channels);
      case 'resume':
        return this.#resume(frame.channels as LogId[]);
      case 'reconnect':
        return this.end(closeCodes.moved, frame.after_ms);
      case 'ack': {
        const { type: _type, id, client_msg_id: _key, ...answer } = frame;
        return this.#requests.settle(id, { ok: true, ...answer });
      }
      case 'subscribed':
        return this.#requests.settle(frame.id, { ok: true });
      case 'error':
        return this.#requests.settle(frame.id, { ok: false, error: frame.error });
    }
  }

  #greeted(): void {
    const hello = joinHello(this.#helloParts);
    if (hello === undefined) return;
    this.#helloParts = [];
    const { cursors, follower, live } = this.#deps;
    const heads = new Map<LogId, number>(hello.channels.map(({ id, head }) => [id, head]));
    heads.set(hello.team.id, hello.head);
    this.#isCatchingUp = cursors.logIds.length > 0;
    for (const [logId, head] of heads) if (!cursors.has(logId)) cursors.set(logId, head);
    this.#cancelLimit();
    this.#self = hello.self.id;
    follower.hello(hello);
    // It may have had reason to stop.
    if (this.#isEnded) return;
    for (const logId of cursors.logIds) if (!heads.has(logId)) this.#drop(logId);
    this.#heads = heads;
    live();
  }

  #entry(logId: LogId, frame: LogFrame | TruncatedFrame): void {
    const { cursors, follower } = this.#deps;
    if (!cursors.has(logId) && this.#isOwn(frame, 'member_joined_channel')) {
      cursors.set(logId, frame.after ?? frame.seq - 1);
    }
    switch (cursors.take(logId, frame)) {
      case 'next':
        follower.entry(logId, frame);
        if (this.#isOwn(frame, 'member_left_channel') || frame.type === 'channel_deleted')
          cursors.delete(logId);
        return;
      case 'gap':
        if (cursors.isStuck(logId)) {
          this.#drop(logId);
          this.end(anewCode);
          return;
        }
        this.#hello([logId]);
        cursors.take(logId, frame);
        return;
      case 'unknown':
        // A log that this client was never told of: its joining was missed. One that is over may say so twice.
        if (this.isLive && frame.type !== 'channel_deleted') this.end(anewCode);
        return;
      case 'seen':
      case 'held':
    }
  }

  #resumed(places: Extract<DownFrame, { type: 'resumed' }>['channels']): void {
    const { cursors } = this.#deps;
    this.#openResumes -= 1;
    if (this.#openResumes <= 0) {
      this.#cancelResumeLimit?.();
      this.#cancelResumeLimit = undefined;
    }
    const isOfHello = this.#isCatchingUp;
    this.#isCatchingUp = false;
    let isListInDoubt = false;
    for (const [id, place] of Object.entries(places)) {
      const logId = id as LogId;
      if ('head' in place) {
        for (const frame of cursors.resumed(logId, place.head)) this.#entry(logId, frame);
      } else if (cursors.has(logId)) {
        const head = this.#heads.get(logId);
        if (isOfHello && head !== undefined) {
          cursors.set(logId, head);
          this.#deps.follower.reset(logId);
        } else {
          // Counts of this log are as doubtful as its rows: only a new hello tells them.
          this.#drop(logId);
          isListInDoubt = true;
        }
      }
    }
    if (isListInDoubt) this.end(anewCode);
  }

  #resume(logIds: readonly LogId[]): void {
    const known = logIds.filter((logId) => this.#deps.cursors.has(logId));
    if (known.length > 0) this.#hello(known);
    if (known.length < logIds.length) this.end(anewCode);
  }

  #drop(logId: LogId): void {
    this.#deps.cursors.delete(logId);
    this.#deps.follower.reset(logId);
  }

  #isOwn(frame: LogFrame | TruncatedFrame, type: 'member_joined_channel' | 'member_left_channel'): boolean {
    return frame.type === type && 'user' in frame && frame.user === this.#self;
  }

  #send(frame: object): void {
    this.#write(JSON.stringify(frame));
  }

  #write(text: string): void {
    try {
      this.#socket.send(text);
    } catch {
      this.end(deadCode);
    }
  }
}
