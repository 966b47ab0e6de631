import type { UpFrame } from '../../protocol/frames.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Clock } from './clock.ts';

type Asking = 'message' | 'typing' | 'mark' | 'follow' | 'unfollow' | 'subscribe' | 'unsubscribe';
/** Frames that are answered, without their id. */
export type Request = {
  [Type in Asking]: Omit<Extract<UpFrame, { type: Type }>, 'id'>;
}[Asking];

export type RequestAnswer =
  | { readonly ok: true; readonly channel?: ChannelId; readonly ts?: Timestamp; readonly seq?: number }
  /** A code of the server, or `unreachable`: no answer came, so it is not known whether it was done. */
  | { readonly ok: false; readonly error: string };

export const unreachable: RequestAnswer = { ok: false, error: 'unreachable' };

const answerLimitMs = 12_000;

interface Open {
  readonly settle: (answer: RequestAnswer) => void;
  readonly cancel: () => void;
}

/** What was asked on one socket and is not answered yet. */
export class Requests {
  readonly #clock: Clock;
  readonly #open = new Map<number, Open>();
  #lastId = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A second answer to the same id, or one that comes too late, changes nothing. */
  ask(request: Request, send: (text: string) => void): Promise<RequestAnswer> {
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve } = Promise.withResolvers<RequestAnswer>();
    const cancel = this.#clock.after(answerLimitMs, () => this.settle(id, unreachable));
    this.#open.set(id, { settle: resolve, cancel });
    send(JSON.stringify({ ...request, id }));
    return promise;
  }

  settle(id: unknown, answer: RequestAnswer): void {
    const open = typeof id === 'number' ? this.#open.get(id) : undefined;
    if (open === undefined) return;
    this.#open.delete(id as number);
    open.cancel();
    open.settle(answer);
  }

  /** The socket is gone, and with it every answer. */
  abandon(): void {
    for (const id of [...this.#open.keys()]) this.settle(id, unreachable);
  }
}
