import type { Message, Team, User } from '../../protocol/entities.ts';
import type { HelloChannel } from '../../protocol/frames.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Preferences } from '../../protocol/preferences.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/**
 * What outlives the page, of one person in one workspace: nobody else's is ever read, so another one who signs in
 * here finds nothing and sends nothing of theirs. Writes are kept in order; one that fails costs that record alone.
 */
export interface Device {
  readonly outbox: {
    /** In the order in which they were written. */
    all(): Promise<Unsent[]>;
    put(record: Unsent): Promise<void>;
    remove(id: string): Promise<void>;
  };
  readonly drafts: {
    all(): Promise<StoredDraft[]>;
    /** An empty text removes it. */
    put(draft: StoredDraft): Promise<void>;
  };
  readonly settings: {
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
  };
  readonly seen: {
    list(): Promise<SeenList | undefined>;
    putList(list: SeenList): Promise<void>;
    windows(): Promise<SeenWindow[]>;
    putWindow(window: SeenWindow): Promise<void>;
    removeWindow(channelId: ChannelId): Promise<void>;
    clear(): Promise<void>;
  };
  close(): void;
}

/** What the server said last, for a start without a connection: never newer than it, and dropped with the session. */
export interface SeenList {
  readonly self: User;
  readonly team: Team;
  readonly channels: readonly HelloChannel[];
  /** Those whom the lines and windows name. */
  readonly people: readonly User[];
  /** Their sections, and how they write. */
  readonly wishes?: Preferences;
}

/** The newest rows of a channel, oldest first, without a hole. */
export interface SeenWindow {
  readonly channelId: ChannelId;
  readonly messages: readonly Message[];
  /** The last `seq` that they know of. */
  readonly head: number;
  readonly reachesBeginning: boolean;
  readonly savedMs: number;
}

/** A message that the server has not confirmed. Its id is its `client_msg_id`, so that sending it twice is safe. */
export interface Unsent {
  readonly id: string;
  /** Rises with each; the order in which they go out. */
  readonly order: number;
  readonly channelId: ChannelId;
  readonly threadTs?: Timestamp;
  readonly isBroadcast: boolean;
  readonly text: string;
  /** As they stood in the field: a draft that still says them, after a crash, says them a second time. */
  readonly words?: string;
  readonly createdMs: number;
  /** Given up with this code, until somebody tries again. */
  readonly error?: string;
  /** The tab that sends it, as long as that lives. */
  readonly tab: string;
}

export interface StoredDraft {
  /** The channel's id, and `:ts` of the thread. */
  readonly key: string;
  readonly text: string;
}
