import { shardOf } from '../../../domain/shard.ts';
import type { AnyEventBody } from '../../../protocol/events.ts';
import type { DownFrame } from '../../../protocol/down-frame.ts';
import type { HelloFrame } from '../../../protocol/frames.ts';
import type { ChannelId, CredentialId } from '../../../protocol/ids.ts';
import type { Actor, Caller } from '../../../protocol/objects/caller.ts';
import { scopes as allScopes } from '../../../protocol/scopes.ts';
import type { Scope } from '../../../protocol/scopes.ts';
import { version } from '../../../protocol/version.ts';
import { expectOk, objects } from './workspace.ts';
import type { Workspace } from './workspace.ts';

export type Event = AnyEventBody & {
  readonly channel?: string;
  readonly team?: string;
  readonly seq: number;
  readonly after?: number;
  readonly truncated?: true;
};
export type Frame = Exclude<DownFrame, { type: 'batch' }> | Event;

interface Opening {
  readonly scopes?: readonly Scope[];
  /** Given: says hello with these. */
  readonly cursors?: Readonly<Record<string, number>>;
  readonly version?: number;
}

/** A socket of a person at their gateway, which has said hello. */
export async function socketOf(ws: Workspace, actor: Actor, opening: Opening = {}): Promise<Socket> {
  const socket = await silentSocketOf(ws, actor, opening);
  socket.hello(opening.cursors, opening.version);
  return socket;
}

/** One that has said nothing yet. */
export async function silentSocketOf(
  ws: Workspace,
  actor: Actor,
  { scopes = allScopes }: Opening = {},
): Promise<Socket> {
  const member = objects.member(ws.teamId, actor.userId);
  const { credentialId } = expectOk(await member.openCredential({ kind: 'user', name: 'test', scopes }));
  const caller: Caller = { ...actor, credentialId, kind: 'user', scopes, shardCount: ws.shardCount };
  const gateway = objects.gateway(ws.teamId, shardOf(actor.userId, ws.shardCount));
  const headers = { upgrade: 'websocket', 'x-edgewise-caller': JSON.stringify(caller) };
  const { webSocket } = await gateway.fetch(new Request('https://gateway/', { headers }));
  if (!webSocket) throw new Error('no socket');
  return new Socket(webSocket, credentialId);
}

/** A socket straight to a channel, which has said nothing yet. */
export async function silentDirectOf(
  ws: Workspace,
  actor: Actor,
  channelId: ChannelId,
  { scopes = allScopes }: Pick<Opening, 'scopes'> = {},
): Promise<Socket> {
  const member = objects.member(ws.teamId, actor.userId);
  const { credentialId } = expectOk(await member.openCredential({ kind: 'user', name: 'test', scopes }));
  const caller: Caller = { ...actor, credentialId, kind: 'user', scopes, shardCount: ws.shardCount };
  const headers = { upgrade: 'websocket', 'x-edgewise-caller': JSON.stringify(caller) };
  const { webSocket } = await objects.channel(channelId).fetch(new Request('https://channel/', { headers }));
  if (!webSocket) throw new Error('no socket');
  return new Socket(webSocket, credentialId);
}

const patienceMs = 10_000;
const reportEverySize = 100_000;

/** Everything that came, a batch as its events; and words to wait for what will come. */
export class Socket {
  readonly credentialId: CredentialId;
  readonly frames: Frame[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Clients must say how far they are; one that is slow does not. */
  isSlow = false;
  readonly #socket: WebSocket;
  #taken = 0;
  #sizeUnreported = 0;
  #framesOfWire = 0;
  #arrived: () => void = () => undefined;

  constructor(socket: WebSocket, credentialId: CredentialId) {
    this.#socket = socket;
    this.credentialId = credentialId;
    const closed = Promise.withResolvers<{ code: number; reason: string }>();
    this.closed = closed.promise;
    socket.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(String(data)) as Frame | { type: 'batch'; events: Event[] };
      this.frames.push(...(frame.type === 'batch' ? (frame as { events: Event[] }).events : [frame]));
      this.#report(String(data));
      this.#arrived();
    });
    socket.addEventListener('close', ({ code, reason }) => {
      closed.resolve({ code, reason });
    });
    socket.accept();
  }

  hello(cursors: Readonly<Record<string, number>> = {}, spoken = version): void {
    this.send({ type: 'hello', version: spoken, cursors });
  }

  send(frame: object): void {
    this.sendRaw(JSON.stringify(frame));
  }

  sendRaw(data: string | ArrayBuffer): void {
    this.#socket.send(data);
  }

  close(): void {
    this.#socket.close(1000);
  }

  /** The first frame after the last one taken that is so. */
  async next(isWanted: (frame: Frame) => boolean): Promise<Frame> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      for (; this.#taken < this.frames.length; this.#taken += 1) {
        const frame = this.frames[this.#taken];
        if (frame !== undefined && isWanted(frame)) {
          this.#taken += 1;
          return frame;
        }
      }
      await this.#arrival(deadline - Date.now());
    }
  }

  async hellos(): Promise<HelloFrame> {
    return (await this.next((frame) => frame.type === 'hello')) as HelloFrame;
  }

  /** The event with this `seq` of a log. */
  async event(logId: string, seq: number): Promise<Event> {
    return (await this.next((frame) => isOf(frame, logId) && frame.seq === seq)) as Event;
  }

  async resumed(): Promise<Extract<DownFrame, { type: 'resumed' }>> {
    return (await this.next((frame) => frame.type === 'resumed')) as Extract<DownFrame, { type: 'resumed' }>;
  }

  /** The events of one log so far, in the order they came. */
  eventsOf(logId: string): Event[] {
    return this.frames.filter((frame): frame is Event => isOf(frame, logId));
  }

  seqsOf(logId: string): number[] {
    return this.eventsOf(logId).map(({ seq }) => seq);
  }

  /** As clients must: how many frames came, so that a long resume goes on. */
  #report(data: string): void {
    this.#framesOfWire += 1;
    this.#sizeUnreported += data.length;
    if (this.isSlow || this.#sizeUnreported < reportEverySize) return;
    this.#sizeUnreported = 0;
    this.send({ type: 'position', frames: this.#framesOfWire });
  }

  async #arrival(limitMs: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const timer = setTimeout(
      () => {
        reject(new Error(`it did not come; these came: ${JSON.stringify(this.frames).slice(0, 2_000)}`));
      },
      Math.max(0, limitMs),
    );
    this.#arrived = () => {
      resolve(undefined);
    };
    await promise.finally(() => {
      clearTimeout(timer);
    });
  }
}

const isOf = (frame: Frame, logId: string): frame is Event =>
  'seq' in frame &&
  frame.type !== 'ack' &&
  (('channel' in frame && frame.channel === logId) ||
    ('team' in frame && frame.team === logId && !('channel' in frame && typeof frame.channel === 'string')));
