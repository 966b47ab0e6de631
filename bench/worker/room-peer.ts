import { DurableObject } from 'cloudflare:workers';

interface RoomEnv {
  readonly ROOM: DurableObjectNamespace;
}

/**
 * The least that a chat room on a Durable Object does when it does it right: stores, then broadcasts, and the runtime's
 * output gate holds the frames until the row is durable. No rights, no membership, no resume, no unread.
 */
export class Room extends DurableObject<RoomEnv> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: RoomEnv) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec('create table if not exists messages (seq integer primary key, ts integer, text text)');
  }

  override fetch(request: Request): Response {
    if (request.headers.get('upgrade') !== 'websocket') return this.#answer(request);
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.send('{"type":"hello"}');
    return new Response(null, { status: 101, webSocket: client });
  }

  /** A bench fills it by POST, and reads its newest rows by GET. */
  #answer({ method, url }: Request): Response {
    const { searchParams } = new URL(url);
    if (method === 'POST') {
      const count = Number(searchParams.get('count'));
      for (let made = 0; made < count; made += 1)
        this.#sql.exec('insert into messages (ts, text) values (?,?)', Date.now(), `number ${made}`);
      return Response.json({ ok: true });
    }
    const limit = Number(searchParams.get('limit'));
    const messages = this.#sql.exec('select * from messages order by seq desc limit ?', limit).toArray();
    return Response.json({ ok: true, messages });
  }

  override webSocketMessage(_socket: WebSocket, data: string): void {
    const { text } = JSON.parse(data) as { text: string };
    const ts = Date.now();
    const { seq } = this.#sql
      .exec<{ seq: number }>('insert into messages (ts, text) values (?,?) returning seq', ts, text)
      .one();
    const frame = JSON.stringify({ type: 'message', seq, ts, text });
    for (const socket of this.ctx.getWebSockets()) {
      try {
        socket.send(frame);
      } catch {
        // It is closing.
      }
    }
  }
}

export default {
  fetch(request: Request, env: RoomEnv): Response | Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return new Response('ready');
    return env.ROOM.get(env.ROOM.idFromName(pathname)).fetch(request);
  },
};
