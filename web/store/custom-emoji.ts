import { atom } from 'nanostores';
import { emptyWorkspace, withEmoji } from '../../domain/timeline/workspace.ts';
import type { Call } from '../api/call.ts';
import type { LogFrame } from '../gateway/frames.ts';

/** The emoji of this workspace: read once, kept right by the Directory's frames. */
export class CustomEmoji {
  readonly $all = atom<ReadonlyMap<string, string> | undefined>();
  readonly #call: Call;
  #isRead = false;
  /** Rises with each frame: a list that was read meanwhile is asked for again. */
  #changes = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  greeted(): void {
    if (!this.#isRead) void this.load();
  }

  async load(): Promise<void> {
    const changes = this.#changes;
    const answer = await this.#call('emoji.list', {});
    if (changes !== this.#changes) return this.load();
    this.#isRead = answer.ok;
    // Without an answer names stand as they are written, until the next connection.
    if (answer.ok) this.$all.set(new Map(Object.entries(answer.emoji)));
    else this.$all.set(this.$all.get() ?? new Map());
  }

  apply(frame: LogFrame): void {
    if (frame.type !== 'emoji_changed') return;
    this.#changes += 1;
    const emoji = this.$all.get();
    if (emoji !== undefined) this.$all.set(withEmoji({ ...emptyWorkspace, emoji }, frame).emoji);
  }
}
