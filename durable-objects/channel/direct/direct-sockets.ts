import { closeCodes } from '../../../protocol/frames.ts';
import type { UserId } from '../../../protocol/ids.ts';
import type { Caller } from '../../../protocol/objects/caller.ts';
import type { LogEntry } from '../../../protocol/objects/delivery.ts';
import type { Revocation } from '../../../protocol/objects/gateway.ts';
import { batchFrom } from '../../gateway/batch.ts';
import { eventFrame } from '../../gateway/event-frame.ts';
import { Session } from '../../gateway/session.ts';
import type { SessionState } from '../../gateway/session-state.ts';
import { withinLimit } from '../../log/time-limit.ts';
import { requireListener } from '../access.ts';
import { readEntries } from '../entries.ts';
import type { Room } from '../room.ts';

const callLimitMs = 5_000;
const socketsMax = 5_000;

/**
 * Sockets that follow this one channel at its object: embeds, kiosks, load tests. They get the same frames as at a
 * gateway, with the same rights; what is sent here is on disk first, since the output gate holds it.
 */
export class DirectSockets {
  readonly #ctx: DurableObjectState;
  readonly #room: Room;
  readonly #sessions = new Map<WebSocket, Session>();
  /** The last entry that was handed over. */
  #published: number;

  constructor(ctx: DurableObjectState, room: Room) {
    this.#ctx = ctx;
    this.#room = room;
    this.#published = room.head.seq;
    room.onAppend = () => {
      this.#publish();
    };
    room.onEphemeral = (event) => {
      for (const session of this.#of(event.to)) {
        const isListening = session.state.phase === 'ready' && session.hasScopeOf('message_ephemeral');
        if (isListening) session.write(JSON.stringify(event));
      }
    };
    for (const socket of ctx.getWebSockets()) this.#wake(socket);
  }

  get(socket: WebSocket): Session | undefined {
    return this.#sessions.get(socket);
  }

  /** An object that is woken by the end of a socket no longer finds it among its own. */
  closing(socket: WebSocket): Session | undefined {
    const known = this.#sessions.get(socket);
    if (known !== undefined) return known;
    const state = socket.deserializeAttachment() as SessionState | null;
    return state === null ? undefined : this.#open(socket, state);
  }

  /** The Worker has authenticated; whether this person may see the channel is asked here, and with each entry. */
  accept(caller: Caller): Response {
    const seen = requireListener(this.#room, caller);
    if (!seen.ok) return new Response('channel_not_found\n', { status: 404 });
    if (this.#sessions.size >= socketsMax) return new Response('too many sockets\n', { status: 429 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.#ctx.acceptWebSocket(server);
    const session = this.#open(server, { caller, phase: 'new', version: 0, isResuming: false });
    session.expectHello(this.#room.now());
    session.save();
    return new Response(null, { status: 101, webSocket: client });
  }

  revoke({ userId, credentialIds, role }: Revocation): void {
    for (const session of this.#of(userId)) {
      const { caller } = session.state;
      if (credentialIds?.includes(caller.credentialId) === true) {
        session.end(closeCodes.revoked, 'revoked');
      } else if (role !== undefined) {
        // A new object even for the same role: what is asked for this socket right now tells an older one (greet.ts).
        session.state.caller = { ...caller, role };
        session.save();
        this.#endWhereUnseen(session);
      }
    }
  }

  #publish(): void {
    if (this.#sessions.size === 0) {
      this.#published = this.#room.head.seq;
      return;
    }
    while (this.#published < this.#room.head.seq) {
      const entries = readEntries(this.#room, this.#published + 1);
      this.#handOver(entries);
      this.#published = entries.at(-1)?.seq ?? this.#room.head.seq;
    }
  }

  #handOver(entries: readonly LogEntry[]): void {
    const made = new Map<string, string[]>();
    const frames = entries.map((entry) => ({ frame: eventFrame(this.#room.requireMeta().id, entry), entry }));
    for (const session of this.#sessions.values()) {
      if (frames.length >= batchFrom) session.cork();
      for (const { frame, entry } of frames) {
        // A channel that became private says so to its people alone.
        if (entry.summary !== undefined) this.#endWhereUnseen(session);
        session.offer(frame);
        const { membership, isLast } = entry;
        const isOut = membership?.change === 'left' && membership.userId === session.state.caller.userId;
        if (isOut || isLast === true) {
          session.uncork(made);
          this.#endWhereUnseen(session);
        }
      }
      session.uncork(made);
    }
  }

  /** The removal itself was the last that they hear. */
  #endWhereUnseen(session: Session): void {
    if (requireListener(this.#room, session.state.caller).ok) return;
    session.end(closeCodes.revoked, 'not in the channel');
  }

  #of(userId: UserId): Session[] {
    return [...this.#sessions.values()].filter((session) => session.state.caller.userId === userId);
  }

  #open(socket: WebSocket, state: SessionState): Session {
    const session = new Session(socket, state, () => {
      this.#forget(session);
    });
    this.#sessions.set(socket, session);
    return session;
  }

  /** It ended: its Member need not know of it any more. */
  #forget({ socket, state: { caller, watchId } }: Session): void {
    this.#sessions.delete(socket);
    if (watchId === undefined) return;
    const forgotten = this.#room.objects.member(caller.teamId, caller.userId).unwatch(watchId);
    this.#ctx.waitUntil(withinLimit('unwatch', callLimitMs, forgotten).catch(logUnwatchFailure));
  }

  #wake(socket: WebSocket): void {
    const state = socket.deserializeAttachment() as SessionState | null;
    if (state === null) return;
    const session = this.#open(socket, state);
    // They may have been put out just before the isolate died.
    this.#endWhereUnseen(session);
    if (session.isEnded) return;
    if (state.phase === 'new') session.expectHello(this.#room.now());
    // Its hello was under way, and nobody answers that any more.
    else if (state.phase === 'greeting') session.askToReconnect();
    else if (state.isResuming) {
      session.send({ type: 'resume', channels: [this.#room.requireMeta().id] });
      state.isResuming = false;
      session.save();
    }
  }
}

function logUnwatchFailure(error: unknown): void {
  console.warn(JSON.stringify({ event: 'unwatch_failed', reason: String(error) }));
}
