import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../platform/env.ts';
import { objectsOf } from '../../platform/objects.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import type { EventBody } from '../../protocol/events.ts';
import { closeCodes, heartbeat } from '../../protocol/frames.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import type { Delivery } from '../../protocol/objects/delivery.ts';
import type { GatewayObject, PersonalPush, Revocation } from '../../protocol/objects/gateway.ts';
import { Alarm } from '../log/alarm.ts';
import { Duties } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { GatewayContext } from './context.ts';
import { deliver } from './deliver.ts';
import { leasesDuty, letGo } from './follow.ts';
import { hear } from './hear.ts';
import { Logs } from './logs.ts';
import { refreshMarks } from './refresh-marks.ts';
import { revoke } from './revoke.ts';
import { answerTo } from './answer-to.ts';
import { Session } from './session.ts';
import type { SessionState } from './session-state.ts';
import { Sockets } from './sockets.ts';

const backgroundLimitMs = 5_000;
/** Tabs and devices of one person. One more ends the one that was quiet for longest. */
const socketsOfOneMax = 50;

/** The sockets of one shard of a workspace. It sends; what is said, and who may hear it, is decided elsewhere. */
export class Gateway extends DurableObject<Env> implements GatewayObject {
  readonly #gateway: GatewayContext;
  readonly #alarm: Alarm;
  readonly #duties: Duties;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const alarm = new Alarm(ctx.storage);
    this.#alarm = alarm;
    this.#gateway = {
      logs: new Logs(ctx.storage),
      sockets: new Sockets(),
      objects: objectsOf(env),
      bucketSize: rateLimitsOf(env).tiers.posting,
      renewAtMs: new Map(),
      now: () => Date.now(),
      arm: (atMs) => {
        alarm.armBy(atMs);
      },
      inBackground: (what, work) => {
        ctx.waitUntil(
          withinLimit(what, backgroundLimitMs, work).catch((error: unknown) => {
            console.warn(JSON.stringify({ event: 'background_failed', what, reason: String(error) }));
          }),
        );
      },
    };
    this.#duties = new Duties([leasesDuty(this.#gateway)]);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(heartbeat.ping, heartbeat.pong));
    for (const socket of ctx.getWebSockets()) this.#wake(socket);
    void ctx.blockConcurrencyWhile(() => alarm.load());
  }

  /** Upgrades. The Worker has authenticated and passes the Caller; this is not reachable from outside. */
  override async fetch(request: Request): Promise<Response> {
    const caller = JSON.parse(request.headers.get('x-edgewise-caller') ?? 'null') as Caller | null;
    if (caller === null) return new Response('no caller\n', { status: 400 });
    const others = [...this.#gateway.sockets.of(caller.userId)];
    if (others.length >= socketsOfOneMax) this.#quietest(others)?.end(closeCodes.crowded, 'too many sockets');
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    const session = this.#open(server, { caller, phase: 'new', version: 0, isResuming: false });
    session.expectHello(Date.now());
    session.save();
    return new Response(null, { status: 101, webSocket: client });
  }

  async deliver(delivery: Delivery): ReturnType<GatewayObject['deliver']> {
    return deliver(this.#gateway, delivery);
  }

  async push(push: PersonalPush): Promise<void> {
    // The Member's word replaces what was counted in until it spoke: a mark may have been moved back since.
    if (push.event.type === 'channel_marked') {
      this.#gateway.logs.get(push.event.channel)?.ownPosts.delete(push.userId);
    }
    for (const session of [...this.#gateway.sockets.of(push.userId)]) {
      if (!session.offerPush(push)) refreshMarks(this.#gateway, session);
    }
  }

  async typing(channelId: ChannelId, event: EventBody<'user_typing'>): Promise<void> {
    const text = JSON.stringify(event);
    const { logs, sockets } = this.#gateway;
    for (const userId of logs.get(channelId)?.people.keys() ?? []) {
      if (userId === event.user) continue;
      for (const session of sockets.of(userId)) {
        if (session.state.phase === 'ready' && session.hasScopeOf('user_typing')) session.write(text);
      }
    }
  }

  async ephemeral(channelId: ChannelId, event: EventBody<'message_ephemeral'>): Promise<void> {
    const { logs, sockets } = this.#gateway;
    if (!logs.has(event.to, channelId)) return;
    const text = JSON.stringify(event);
    for (const session of sockets.of(event.to)) {
      if (session.state.phase === 'ready' && session.hasScopeOf('message_ephemeral')) session.write(text);
    }
  }

  async revoke(revocation: Revocation): Promise<void> {
    revoke(this.#gateway, revocation);
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    const session = this.#gateway.sockets.get(socket);
    if (session === undefined) return;
    try {
      await hear(this.#gateway, session, data);
    } catch (error) {
      console.warn(JSON.stringify({ event: 'socket_failed', reason: String(error) }));
      session.askToReconnect();
    }
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#closing(socket)?.end(answerTo(code), '');
  }

  override webSocketError(socket: WebSocket): void {
    this.#closing(socket)?.end(1011, '');
  }

  override async alarm(): Promise<void> {
    const { now } = this.#gateway;
    this.#alarm.fired();
    await this.#duties.run(now(), now);
    const next = this.#duties.nextAt(now());
    if (next !== undefined) this.#alarm.armBy(next);
  }

  /** A socket that outlived the isolate. What was held for it did not: it is asked to resume. */
  #wake(socket: WebSocket): void {
    const state = socket.deserializeAttachment() as SessionState | null;
    if (state === null) return;
    const session = this.#open(socket, state);
    if (state.phase === 'new') session.expectHello(Date.now());
    // Its hello was under way, and nobody answers that any more.
    else if (state.phase === 'greeting') session.askToReconnect();
    else if (state.isResuming) {
      const channels = [state.caller.teamId, ...this.#gateway.logs.channelsOf(state.caller.userId)];
      session.send({ type: 'resume', channels: [...channels, ...(state.follows ?? [])] });
      state.isResuming = false;
      session.save();
    }
  }

  /** Who was heard of last: a connection that broke without a word says nothing for as long as TCP takes to notice. */
  #quietest(sessions: readonly Session[]): Session | undefined {
    const heardAt = ({ socket, state }: Session): number =>
      Math.max(this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0, state.acceptedAtMs ?? 0);
    return sessions.toSorted((one, other) => heardAt(one) - heardAt(other))[0];
  }

  /** An object that is woken by the end of a socket no longer finds it among its own. */
  #closing(socket: WebSocket): Session | undefined {
    const known = this.#gateway.sockets.get(socket);
    if (known !== undefined) return known;
    const state = socket.deserializeAttachment() as SessionState | null;
    return state === null ? undefined : this.#open(socket, state);
  }

  #open(socket: WebSocket, state: SessionState): Session {
    const session = new Session(socket, state, () => {
      letGo(this.#gateway, session, this.#gateway.sockets.forget(socket));
    });
    this.#gateway.sockets.keep(session);
    return session;
  }
}
