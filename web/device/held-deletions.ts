import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { deviceName } from './indexed-device.ts';

/** A message that its person deleted, and may take back until `dueMs`. It belongs to `tab` as long as that lives. */
export interface HeldDeletion {
  readonly channelId: ChannelId;
  readonly ts: Timestamp;
  readonly tab: string;
  readonly dueMs: number;
  /** The server has carried it out: said to the other tabs, a moment before the record goes. */
  readonly isDone?: true;
}

export interface HeldDeletions {
  all(): HeldDeletion[];
  get(of: Message): HeldDeletion | undefined;
  put(held: HeldDeletion): void;
  /** It is in the log now. */
  done(held: HeldDeletion): void;
  /** It does not come about. */
  drop(of: Message): void;
  /** What other tabs put; `gone` what they dropped. Answers how to stop. */
  follow(listener: { put(held: HeldDeletion): void; dropped(held: HeldDeletion): void }): () => void;
}

type Message = Pick<HeldDeletion, 'channelId' | 'ts'>;

/** In localStorage, which writes at once, so that a page that ends now has said it, and tells the other tabs. */
export function heldDeletionsOf(teamId: TeamId, userId: UserId): HeldDeletions {
  const prefix = `${deviceName(teamId, userId)}:deletion:`;
  const keyOf = ({ channelId, ts }: Message): string => `${prefix}${channelId}:${ts}`;
  // Where the browser keeps nothing for us, this page holds them alone.
  const memory = new Map<string, string>();
  const stored = storage();
  const read = (key: string): HeldDeletion | undefined =>
    parse(stored?.getItem(key) ?? memory.get(key) ?? null);
  const write = (key: string, held: HeldDeletion): void => {
    const text = JSON.stringify(held);
    try {
      if (stored === undefined) memory.set(key, text);
      else stored.setItem(key, text);
    } catch {
      memory.set(key, text);
    }
  };
  const remove = (key: string): void => {
    memory.delete(key);
    stored?.removeItem(key);
  };
  return {
    all: () =>
      [...Object.keys(stored ?? {}), ...memory.keys()]
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => read(key) ?? []),
    get: (of) => read(keyOf(of)),
    put: (held) => write(keyOf(held), held),
    done: (held) => {
      write(keyOf(held), { ...held, isDone: true });
      remove(keyOf(held));
    },
    drop: (of) => remove(keyOf(of)),
    follow: ({ put, dropped }) => {
      const heard = ({ key, oldValue, newValue }: StorageEvent): void => {
        if (key?.startsWith(prefix) !== true) return;
        const [before, now] = [parse(oldValue), parse(newValue)];
        if (now !== undefined) put(now);
        else if (before !== undefined && before.isDone !== true) dropped(before);
      };
      globalThis.addEventListener('storage', heard);
      return () => globalThis.removeEventListener('storage', heard);
    },
  };
}

/** Written by a page of ours, if perhaps an older one. */
function parse(text: string | null): HeldDeletion | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as HeldDeletion;
  } catch {
    return undefined;
  }
}

/** Undefined where the browser keeps nothing for us. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
