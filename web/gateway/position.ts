import type { Clock } from './clock.ts';

const framesMost = 100;
const bytesMost = 256 * 1024;
const quietMs = 30_000;

/**
 * Tells the gateway how far this client has read, which is how a slow reader is told from a fast one: after 100
 * frames, 256 KiB, or 30 s if any came since.
 */
export class Position {
  readonly #clock: Clock;
  readonly #report: (frames: number) => void;
  #frames = 0;
  #reported = 0;
  #bytes = 0;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, report: (frames: number) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  /** A frame came, `pong` not counted. Its length in UTF-16 units stands for its bytes. */
  count(length: number): void {
    this.#frames += 1;
    this.#bytes += length;
    if (this.#frames - this.#reported >= framesMost || this.#bytes >= bytesMost) this.#tell();
    else this.#cancel ??= this.#clock.after(quietMs, () => this.#tell());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #tell(): void {
    this.stop();
    this.#bytes = 0;
    this.#reported = this.#frames;
    this.#report(this.#frames);
  }
}
