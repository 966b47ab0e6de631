import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../platform/env.ts';
import { objectsOf } from '../../platform/objects.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import type { EventBody } from '../../protocol/events.ts';
import { closeCodes, heartbeat } from '../../protocol/frames.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import type { Delivery } from '../../protocol/objects/delivery.ts';
import type { GatewayObject, PersonalPush } from '../../protocol/objects/gateway.ts';
import type { GatewayContext } from './context.ts';
import { deliver } from './deliver.ts';
import { hear } from './hear.ts';
import { Logs } from './logs.ts';
import { Session } from './session.ts';
import type { SessionState } from './session.ts';
import { refreshMarks } from './refresh-marks.ts';

const helloLimitMs = 10_000;

/** The sockets of one shard of a workspace. It sends; what is said, and who may hear it, is decided elsewhere. */
export class Gateway extends DurableObject<Env> implements GatewayObject {
  readonly #gateway: GatewayContext;
  readonly #sessions = new Map<WebSocket, Session>();
  readonly #sessionsOf = new Map<UserId, Set<Session>>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#gateway = {
      logs: new Logs(ctx.storage),
      objects: objectsOf(env),
      bucketSize: rateLimitsOf(env).tiers.posting,
      now: () => Date.now(),
    };
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(heartbeat.ping, heartbeat.pong));
    for (const socket of ctx.getWebSockets()) this.#wake(socket);
  }

  /** Upgrades. The Worker has authenticated and passes the Caller; this is not reachable from outside. */
  override async fetch(request: Request): Promise<Response> {
    const caller = JSON.parse(request.headers.get('x-edgewise-caller') ?? 'null') as Caller | null;
    if (caller === null) return new Response('no caller\n', { status: 400 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    const session = new Session(server, { caller, phase: 'new', version: 0, isResuming: false });
    session.save();
    this.#keep(session);
    this.#expectHello(session);
    return new Response(null, { status: 101, webSocket: client });
  }

  async deliver(delivery: Delivery): ReturnType<GatewayObject['deliver']> {
    return deliver(this.#gateway.logs, (userId) => this.#sessionsOf.get(userId) ?? [], delivery);
  }

  async push(push: PersonalPush): Promise<void> {
    for (const session of this.#sessionsOf.get(push.userId) ?? []) {
      if (!session.offerPush(push)) await refreshMarks(this.#gateway, session);
    }
  }

  async typing(channelId: ChannelId, event: EventBody<'user_typing'>): Promise<void> {
    const text = JSON.stringify(event);
    for (const userId of this.#gateway.logs.get(channelId)?.people.keys() ?? []) {
      if (userId === event.user) continue;
      for (const session of this.#sessionsOf.get(userId) ?? [])
        if (session.state.phase === 'ready') session.write(text);
    }
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    const session = this.#sessions.get(socket);
    if (session === undefined) return;
    try {
      await hear(this.#gateway, session, data);
    } catch (error) {
      console.warn(JSON.stringify({ event: 'socket_failed', reason: String(error) }));
      // 1011: our fault; the client comes back with its cursors.
      session.close(1011, 'try again');
    }
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#forget(socket);
    try {
      socket.close(code === 1005 || code === 1006 ? 1000 : code);
    } catch {
      // Closed already.
    }
  }

  override webSocketError(socket: WebSocket): void {
    this.#forget(socket);
  }

  /** A socket that outlived the isolate. What was held for it did not: it is asked to resume, or to come back. */
  #wake(socket: WebSocket): void {
    const state = socket.deserializeAttachment() as SessionState | null;
    if (state === null) return;
    const session = new Session(socket, state);
    this.#keep(session);
    if (state.phase !== 'ready') this.#expectHello(session);
    else if (state.isResuming) {
      const channels = [state.caller.teamId, ...this.#gateway.logs.channelsOf(state.caller.userId)];
      session.send({ type: 'resume', channels });
      state.isResuming = false;
      session.save();
    }
  }

  #keep(session: Session): void {
    const { userId } = session.state.caller;
    this.#sessions.set(session.socket, session);
    const own = this.#sessionsOf.get(userId) ?? new Set();
    own.add(session);
    this.#sessionsOf.set(userId, own);
  }

  /** A late close of an old socket touches that socket's session alone. */
  #forget(socket: WebSocket): void {
    const session = this.#sessions.get(socket);
    if (session === undefined) return;
    this.#sessions.delete(socket);
    const own = this.#sessionsOf.get(session.state.caller.userId);
    own?.delete(session);
    if (own?.size === 0) this.#sessionsOf.delete(session.state.caller.userId);
  }

  #expectHello(session: Session): void {
    setTimeout(() => {
      if (session.state.phase === 'new') session.close(closeCodes.noHello, 'no hello');
    }, helloLimitMs);
  }
}
