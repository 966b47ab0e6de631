/** Where a socket's frames are, as the attachment keeps it. */
export interface OutflowState {
  readonly frames: number;
  readonly size: number;
  readonly reported: number;
}

/** Saved this often: a hibernation forgets at most so much, and then too little is held against the reader. */
const saveEveryFrames = 64;
const saveEverySize = 64 * 1024;

/**
 * How much of what was sent a reader has not reported yet. The runtime tells nothing of a stalled reader (`send`
 * swallows hundreds of megabytes), so clients say how many frames they have (`position`). Sizes are UTF-16 units.
 */
export class Outflow {
  #frames: number;
  #size: number;
  #reported: number;
  /** The size sent up to some frames, rising: the newest one that a report covers counts. */
  #marks: { frames: number; size: number }[] = [];
  #savedFrames: number;
  #savedSize: number;

  constructor({ frames, size, reported }: OutflowState = { frames: 0, size: 0, reported: 0 }) {
    this.#frames = frames;
    this.#size = size;
    this.#reported = reported;
    this.#savedFrames = frames;
    this.#savedSize = size;
  }

  get unreported(): number {
    return this.#size - this.#reported;
  }

  get state(): OutflowState {
    this.#savedFrames = this.#frames;
    this.#savedSize = this.#size;
    return { frames: this.#frames, size: this.#size, reported: this.#reported };
  }

  get isWorthSaving(): boolean {
    return (
      this.#frames - this.#savedFrames >= saveEveryFrames || this.#size - this.#savedSize >= saveEverySize
    );
  }

  sent(size: number): void {
    this.#frames += 1;
    this.#size += size;
    this.#marks.push({ frames: this.#frames, size: this.#size });
    // Neighbours are merged, so that a reader who never reports costs little.
    if (this.#marks.length > 512) this.#marks = this.#marks.filter((_, at) => at % 2 === 1);
  }

  /** The reader has `frames` frames since its hello. More than we know of (an isolate was lost): it has everything. */
  report(frames: number): void {
    if (frames >= this.#frames) {
      this.#reported = this.#size;
      this.#marks = [];
      return;
    }
    const covered = this.#marks.findLast((mark) => mark.frames <= frames);
    if (covered === undefined) return;
    this.#reported = Math.max(this.#reported, covered.size);
    this.#marks = this.#marks.filter((mark) => mark.frames > frames);
  }
}
