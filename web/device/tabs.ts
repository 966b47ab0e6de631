import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** What tabs of one workspace tell each other. Each is of one person: another's tabs do not listen to it. */
export type TabMessage =
  | {
      readonly type: 'marked';
      readonly channelId: ChannelId;
      readonly ordinal: number;
      readonly ts: Timestamp;
    }
  | { readonly type: 'draft'; readonly key: string; readonly text: string }
  | { readonly type: 'preferences' }
  | { readonly type: 'signed_out' };

/** The tabs of this browser that show the same workspace. */
export interface Tabs {
  readonly id: string;
  /** Those that live, this one among them. */
  alive(): Promise<ReadonlySet<string>>;
  /** When that one is gone: a page that was reloaded lives on for a moment. */
  ended(id: string): Promise<void>;
  /** One tab at a time. */
  exclusively(name: string, run: () => Promise<void>): Promise<void>;
  /** Says who this tab is; from then on it hears the tabs of the same person. */
  join(userId: UserId, hear: TabListener): void;
  tell(message: TabMessage): void;
  close(): void;
}

export interface TabListener {
  heard(message: TabMessage): void;
  /** A tab of this workspace now belongs to somebody else: this browser's cookie is theirs. */
  otherPerson(): void;
}

/** What goes over the channel `edgewise:T…`. */
export interface Envelope {
  readonly userId: UserId;
  readonly message: TabMessage | { readonly type: 'joined' };
}

/** Over BroadcastChannel and Web Locks: a lock that each tab holds as long as it lives says which do. */
export function browserTabs(teamId: TeamId): Tabs {
  const id = crypto.randomUUID();
  const prefix = `edgewise:${teamId}:tab:`;
  const channel = new BroadcastChannel(`edgewise:${teamId}`);
  const life = Promise.withResolvers<void>();
  const locks = globalThis.isSecureContext ? navigator.locks : undefined;
  void locks?.request(`${prefix}${id}`, () => life.promise);
  let userId: UserId | undefined;
  const post = (message: Envelope['message']): void => {
    if (userId !== undefined) channel.postMessage({ userId, message } satisfies Envelope);
  };
  return {
    id,
    alive: async () => {
      const { held = [] } = (await locks?.query()) ?? {};
      const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(prefix));
      return new Set([id, ...names.map((name) => name.slice(prefix.length))]);
    },
    ended: async (other) => {
      await locks?.request(`${prefix}${other}`, () => undefined);
    },
    exclusively: async (name, run) => {
      if (locks === undefined) return run();
      return locks.request(`edgewise:${teamId}:${name}`, run);
    },
    join: (person, listener) => {
      userId = person;
      channel.onmessage = ({ data }: MessageEvent<Envelope>) => {
        if (data.message.type === 'joined') {
          if (data.userId !== person) listener.otherPerson();
        } else if (data.userId === person) listener.heard(data.message);
      };
      post({ type: 'joined' });
    },
    tell: post,
    close: () => {
      channel.close();
      life.resolve();
    },
  };
}
