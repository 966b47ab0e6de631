import { shardOf } from '../../../domain/shard.ts';
import type { CredentialId, TeamId } from '../../../protocol/ids.ts';
import type { Actor, Caller } from '../../../protocol/objects/caller.ts';
import { scopes } from '../../../protocol/scopes.ts';
import type { Event, Frame } from '../../core/support/socket.ts';
import { expectOk, objects } from '../../core/support/workspace.ts';

export interface LinkDeps {
  readonly teamId: TeamId;
  readonly shardCount: number;
  /** A frame of the socket that is open now, a batch as its events. */
  readonly arrived: (frame: Frame) => void;
  readonly lost: () => void;
}

/** A client's socket at its gateway, one after another, by one credential. What an old one still says is not heard. */
export class Link {
  readonly #actor: Actor;
  readonly #deps: LinkDeps;
  readonly #asked = new Map<number, (frame: Frame) => void>();
  #credentialId: CredentialId | undefined;
  #socket: WebSocket | undefined;
  #nextId = 1;

  constructor(actor: Actor, deps: LinkDeps) {
    this.#actor = actor;
    this.#deps = deps;
  }

  get isOpen(): boolean {
    return this.#socket !== undefined;
  }

  async open(): Promise<void> {
    const gateway = objects.gateway(this.#deps.teamId, shardOf(this.#actor.userId, this.#deps.shardCount));
    const headers = { upgrade: 'websocket', 'x-edgewise-caller': JSON.stringify(await this.#caller()) };
    const { webSocket } = await gateway.fetch(new Request('https://gateway/', { headers }));
    if (!webSocket) throw new Error('no socket');
    this.#socket = webSocket;
    webSocket.addEventListener('message', ({ data }) => {
      if (this.#socket === webSocket) this.#arrived(String(data));
    });
    webSocket.addEventListener('close', () => {
      if (this.#socket === webSocket) this.#lost();
    });
    webSocket.accept();
  }

  close(): void {
    const socket = this.#socket;
    this.#lost();
    socket?.close(1000);
  }

  send(frame: object): void {
    try {
      this.#socket?.send(JSON.stringify(frame));
    } catch {
      this.#lost();
    }
  }

  /** Resolves with the frame that echoes its id, or with an error if the socket went. */
  async ask(frame: Record<string, unknown>): Promise<Frame> {
    const id = this.#nextId;
    this.#nextId += 1;
    const { promise, resolve } = Promise.withResolvers<Frame>();
    this.#asked.set(id, resolve);
    this.send({ ...frame, id });
    return promise;
  }

  answered(frame: Frame): void {
    const { id } = frame as { id?: number };
    if (id === undefined) return;
    this.#asked.get(id)?.(frame);
    this.#asked.delete(id);
  }

  async #caller(): Promise<Caller> {
    const { teamId, shardCount } = this.#deps;
    const member = objects.member(teamId, this.#actor.userId);
    this.#credentialId ??= expectOk(
      await member.openCredential({ kind: 'user', name: 'a client of the run', scopes }),
    ).credentialId;
    return { ...this.#actor, credentialId: this.#credentialId, kind: 'user', scopes, shardCount };
  }

  #arrived(data: string): void {
    const wire = JSON.parse(data) as Frame | { readonly type: 'batch'; readonly events: Event[] };
    const frames = wire.type === 'batch' && 'events' in wire ? wire.events : [wire];
    for (const frame of frames) this.#deps.arrived(frame);
  }

  #lost(): void {
    this.#socket = undefined;
    this.#deps.lost();
    for (const resolve of this.#asked.values()) resolve({ type: 'error', error: 'socket_lost' });
    this.#asked.clear();
  }
}
