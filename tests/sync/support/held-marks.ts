import type { HelloFrame } from '../../../protocol/frames.ts';
import { isDirectId } from '../../../protocol/ids.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Frame } from '../../core/support/socket.ts';

interface Mark {
  readonly mark: number;
  /** Mentions by name: hello counts the calls of everybody with them, and names those. In direct channels all is. */
  readonly named: number | undefined;
  /** Where hello listed the channel: its person is in it there, whatever they missed before. */
  readonly listedAt: number;
}

/** What a client's socket was told of its person's own state. */
export class HeldMarks {
  /** Of that state; 0 where only hello told of it, which does not say. */
  version = 0;
  readonly #marks = new Map<ChannelId, Mark>();

  of(id: ChannelId): Mark | undefined {
    return this.#marks.get(id);
  }

  greeted({ channels }: HelloFrame): void {
    this.version = 0;
    this.#marks.clear();
    for (const { id, marked_ordinal: mark, head, mentions, everybody, muted } of channels) {
      const calls = muted === true ? 0 : (everybody?.length ?? 0);
      const named = isDirectId(id) ? undefined : mentions - calls;
      this.#marks.set(id, { mark, named, listedAt: head });
    }
  }

  take(frame: Frame): void {
    if ('version' in frame && frame.version !== undefined)
      this.version = Math.max(this.version, frame.version);
    switch (frame.type) {
      case 'channel_marked': {
        const listedAt = this.of(frame.channel)?.listedAt ?? 0;
        this.#marks.set(frame.channel, { mark: frame.ordinal, named: frame.mentions, listedAt });
        return;
      }
      case 'thread_marked':
      case 'thread_subscribed':
      case 'thread_unsubscribed': {
        const known = this.of(frame.channel);
        if (known !== undefined) this.#marks.set(frame.channel, { ...known, named: frame.mentions });
        return;
      }
      default:
    }
  }

  forget(id: ChannelId): void {
    this.#marks.delete(id);
  }
}
