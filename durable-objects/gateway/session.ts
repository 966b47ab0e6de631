import { events } from '../../protocol/events.ts';
import type { EventName } from '../../protocol/events.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { DownFrame } from '../../protocol/down-frame.ts';
import type { LogId } from '../../protocol/frames.ts';
import type { PersonalPush } from '../../protocol/objects/gateway.ts';
import type { Scope } from '../../protocol/scopes.ts';
import { withinLimit } from '../log/time-limit.ts';
import { textOf, textsOf } from './batch.ts';
import type { Outgoing } from './batch.ts';
import type { EventFrame } from './event-frame.ts';
import { Inflow } from './inflow.ts';
import { Outflow } from './outflow.ts';
import type { SessionState } from './session-state.ts';

/** Unreported, of frames sent: above it hello and resume wait, and live traffic ends the socket (core.md). */
const pauseAbove = 512 * 1024;
const closeAbove = 2 * 1024 * 1024;
const helloLimitMs = 10_000;
const reconnectAfterMs = 2_000;
const reportLimitMs = 30_000;

/** One socket and what is held for it. Nothing is awaited between a delivery and `send`: frames cannot overtake. */
export class Session {
  readonly socket: WebSocket;
  readonly state: SessionState;
  readonly inflow = new Inflow();
  /** While greeting: everything that came since the socket was accepted. */
  #heldEvents: EventFrame[] = [];
  #heldPushes: PersonalPush[] = [];
  /** Logs being caught up with: their live frames wait behind the missed ones. */
  readonly #catchingUp = new Map<LogId, EventFrame[]>();
  /** Where the last frame that this socket saw lies, if some that it may not see came since. */
  readonly #unseenSince = new Map<LogId, number>();
  #corked: Outgoing[] | undefined;
  readonly #outflow: Outflow;
  readonly #onEnd: (session: Session) => void;
  #waitingForRoom: (() => void)[] = [];
  #isEnded = false;
  #helloTimer: ReturnType<typeof setTimeout> | undefined;

  /** `onEnd`: it is ended, whoever did it; whoever keeps it lets go of it. */
  constructor(socket: WebSocket, state: SessionState, onEnd: (session: Session) => void) {
    this.socket = socket;
    this.state = state;
    this.#onEnd = onEnd;
    this.#outflow = new Outflow(state.outflow);
  }

  /** Hibernation keeps the attachment alone. One that cannot be stored (it has a limit of 16 KiB) ends this socket. */
  save(): void {
    if (this.#isEnded) return;
    this.state.outflow = this.#outflow.state;
    try {
      this.socket.serializeAttachment(this.state);
    } catch (error) {
      console.warn(JSON.stringify({ event: 'attachment_failed', reason: String(error) }));
      this.end(1011, 'its state cannot be kept');
    }
  }

  /** Ends a socket that says no hello. The timer goes with its hello: a pending one keeps an object awake. */
  expectHello(nowMs: number): void {
    // Hibernation may fall before the limit and take the timer with it: it is counted from when the socket came.
    this.state.acceptedAtMs ??= nowMs;
    const leftMs = Math.max(0, this.state.acceptedAtMs + helloLimitMs - nowMs);
    this.#helloTimer = setTimeout(() => {
      if (this.state.phase === 'new') this.end(closeCodes.noHello, 'no hello');
    }, leftMs);
  }

  offer(frame: EventFrame): void {
    if (this.state.phase !== 'ready') {
      this.#heldEvents.push(frame);
      return;
    }
    const held = this.#catchingUp.get(frame.logId);
    if (held === undefined) this.put(frame);
    else held.push(frame);
  }

  /** Hands over what this socket may see, and remembers a gap where it may not. */
  put(frame: EventFrame): void {
    const { logId, seq, text } = frame;
    if (!this.#maySee(frame)) {
      if (!this.#unseenSince.has(logId)) this.#unseenSince.set(logId, seq - 1);
      return;
    }
    const after = this.#unseenSince.get(logId);
    this.#unseenSince.delete(logId);
    if (text === undefined) {
      this.#askToResume(logId);
      return;
    }
    const outgoing = { frame: { ...frame, text }, after };
    if (this.#corked === undefined) this.write(textOf(outgoing));
    else this.#corked.push(outgoing);
  }

  /**
   * In the place of an entry that cannot be shown. The next frame says that it comes after that one, so that a client
   * which passes over this finds the gap itself.
   */
  #askToResume(logId: LogId): void {
    const isCorked = this.#corked !== undefined;
    this.uncork(new Map());
    this.send({ type: 'resume', channels: [logId] });
    if (isCorked) this.cork();
  }

  /** Frames of one hand-over are gathered, in order, until `uncork`. */
  cork(): void {
    this.#corked ??= [];
  }

  uncork(made: Map<string, string[]>): void {
    const outgoing = this.#corked ?? [];
    this.#corked = undefined;
    for (const text of textsOf(outgoing, made)) this.write(text);
  }

  /** The reader says how many frames it has since its hello. */
  report(frames: number): void {
    this.#outflow.report(frames);
    this.save();
    if (this.#outflow.unreported <= pauseAbove) this.#goOn();
  }

  #goOn(): void {
    const waiting = this.#waitingForRoom;
    this.#waitingForRoom = [];
    for (const resolve of waiting) resolve();
  }

  /** Before a large part of hello or resume: waits for the reader's report, and ends a socket that sends none. */
  async room(): Promise<boolean> {
    if (this.#isEnded || this.#outflow.unreported <= pauseAbove) return !this.#isEnded;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#waitingForRoom.push(() => {
      resolve(undefined);
    });
    try {
      await withinLimit('report', reportLimitMs, promise);
    } catch {
      this.end(closeCodes.slow, 'no position came');
    }
    return !this.#isEnded;
  }

  /** A change of the person's own state. Answers false at a jump: the caller asks the Member for all of it. */
  offerPush(push: PersonalPush): boolean {
    if (this.state.phase !== 'ready') {
      this.#heldPushes.push(push);
      return true;
    }
    if (push.version <= this.state.version) return true;
    if (push.version > this.state.version + 1) return false;
    this.state.version = push.version;
    this.save();
    if (this.hasScopeOf(push.event.type)) this.send({ ...push.event, version: push.version });
    return true;
  }

  /**
   * The first frames are out: what came meanwhile follows, unless they already showed it. Of a log that this person was
   * removed from meanwhile the removal alone follows, and nothing of one that the first frames did not show. Answers
   * whether no push was lost among them.
   */
  ready(
    version: number,
    catchUp: readonly LogId[],
    {
      shownHead,
      mayHear,
    }: { shownHead: (logId: LogId) => number | undefined; mayHear: (logId: LogId) => boolean },
  ): boolean {
    if (this.#helloTimer !== undefined) clearTimeout(this.#helloTimer);
    this.state.phase = 'ready';
    this.state.version = version;
    this.hold(catchUp);
    const events = this.#heldEvents;
    const pushes = this.#heldPushes;
    this.#heldEvents = [];
    this.#heldPushes = [];
    const removals = new Map(events.filter((frame) => this.#isRemoval(frame)).map((one) => [one.logId, one]));
    for (const frame of events) {
      const shown = shownHead(frame.logId);
      const isTheirs = mayHear(frame.logId) || (shown !== undefined && removals.get(frame.logId) === frame);
      if (isTheirs && frame.seq > (shown ?? 0)) this.offer(frame);
    }
    return pushes.map((push) => this.offerPush(push)).every(Boolean);
  }

  /** These logs are caught up with: their live frames wait. */
  hold(logIds: readonly LogId[]): void {
    for (const logId of logIds) if (!this.#catchingUp.has(logId)) this.#catchingUp.set(logId, []);
    this.state.isResuming = this.#catchingUp.size > 0;
    this.save();
  }

  /** Missed frames up to `seq` were handed over: the live ones that waited follow. */
  caughtUp(logId: LogId, seq: number): void {
    this.#letGo(logId, (held) => held.filter((frame) => frame.seq > seq));
  }

  /** Of a log that its person was removed from: what waited is not theirs any more, but for the removal. */
  removed(logId: LogId): void {
    this.#letGo(logId, (held) => {
      const removal = held.findLast((frame) => this.#isRemoval(frame));
      return removal === undefined ? [] : [removal];
    });
  }

  #letGo(logId: LogId, theirs: (held: readonly EventFrame[]) => readonly EventFrame[]): void {
    const held = this.#catchingUp.get(logId) ?? [];
    this.#catchingUp.delete(logId);
    this.cork();
    for (const frame of theirs(held)) this.put(frame);
    this.uncork(new Map());
    if (this.#catchingUp.size === 0 && this.state.isResuming) {
      this.state.isResuming = false;
      this.save();
    }
  }

  /** Entries between `seq` and the next one put are not for this socket. */
  skipTo(logId: LogId, seq: number): void {
    if (!this.#unseenSince.has(logId)) this.#unseenSince.set(logId, seq);
  }

  /** The client was told that it is at `seq`: what it may not see lies behind that from here on. */
  told(logId: LogId, seq: number): void {
    const since = this.#unseenSince.get(logId);
    if (since !== undefined && since < seq) this.#unseenSince.set(logId, seq);
  }

  /** The client says itself where it is, or forgets what it has: nothing lies unseen before the next frame. */
  resetGap(logId: LogId): void {
    this.#unseenSince.delete(logId);
  }

  /** A frame of the client was refused. Persistent flooding ends the socket. */
  refused(nowMs: number): void {
    if (this.inflow.refuse(nowMs)) this.end(closeCodes.flood, 'too many refused frames');
  }

  send(frame: DownFrame | PersonalPush['event']): void {
    if (frame.type === 'resume') this.inflow.askedToResume();
    if (frame.type === 'pong') this.#hand(JSON.stringify(frame));
    else this.write(JSON.stringify(frame));
  }

  /** One frame, counted: a reader that reports nothing while this much is sent is closed, and resumes. */
  write(text: string): void {
    this.#outflow.sent(text.length);
    this.#hand(text);
    if (this.#outflow.unreported > closeAbove) this.end(closeCodes.slow, 'report your position');
    else if (this.#outflow.isWorthSaving) this.save();
  }

  /** A socket that is closing may throw: that ends it alone. */
  #hand(text: string): void {
    if (this.#isEnded) return;
    try {
      this.socket.send(text);
    } catch {
      this.end(1011, 'closing');
    }
  }

  /**
   * Nothing is handed over from here on, also not by what is under way for this socket, and no frame of its client is
   * obeyed: the client may be slow to answer the close, or gone.
   */
  end(code: number, reason: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    if (this.#helloTimer !== undefined) clearTimeout(this.#helloTimer);
    // Whatever wakes while it closes must not take it for open.
    unlessClosed(() => {
      this.socket.serializeAttachment(null);
    });
    unlessClosed(() => {
      this.socket.close(code, reason);
    });
    this.#goOn();
    this.#onEnd(this);
  }

  /** Our fault. All whose hello needs an object that is down would come back at once: they are spread. */
  askToReconnect(): void {
    this.send({ type: 'reconnect', after_ms: Math.round((0.5 + Math.random()) * reconnectAfterMs) });
    this.end(1011, 'try again');
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Whether its credential may receive what is no entry of a log. */
  hasScopeOf(name: EventName): boolean {
    return this.#hasScope(events[name].scope);
  }

  #isRemoval({ endsFor }: EventFrame): boolean {
    return endsFor === 'everybody' || endsFor === this.state.caller.userId;
  }

  #maySee({ audience, scope }: EventFrame): boolean {
    return !(audience === 'full_members' && this.state.caller.role === 'guest') && this.#hasScope(scope);
  }

  #hasScope(scope: Scope | undefined): boolean {
    return scope === undefined || this.state.caller.scopes.includes(scope);
  }
}

function unlessClosed(act: () => void): void {
  try {
    act();
  } catch {
    // Closed already.
  }
}
