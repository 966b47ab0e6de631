import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** A channel, or one thread of it that stands open. */
export interface LookedAt {
  readonly channelId: ChannelId;
  readonly threadTs?: Timestamp | undefined;
}
interface Claim {
  readonly tab: string;
  readonly place: LookedAt | undefined;
}
type Told = (Claim & { readonly type: 'looks' }) | { readonly type: 'asks' };

/** What the tabs of one person in one workspace agree on: which of them speaks, and what is looked at in any of them. */
export interface Looking {
  /** One tab at a time, as long as it lives; without locks each does. */
  readonly speaks: () => boolean;
  readonly set: (place: LookedAt | undefined) => void;
  /** Without a thread: whether the channel is, whatever is open beside it. */
  readonly isLookedAt: (place: LookedAt) => Promise<boolean>;
  readonly close: () => void;
}

/** One window has the focus, so the newest claim is the only one; that of a tab which died counts for nothing. */
export function shareLooking(teamId: TeamId, userId: UserId): Looking {
  const tab = crypto.randomUUID();
  const name = `edgewise:${teamId}:${userId}`;
  const life = Promise.withResolvers<void>();
  const channel = new BroadcastChannel(`${name}:looking`);
  const locks = globalThis.isSecureContext ? navigator.locks : undefined;
  let claim: Claim | undefined;
  let speaks = locks === undefined;
  const tell = (told: Told): void => channel.postMessage(told);
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.type === 'asks') {
      if (claim?.tab === tab) tell({ type: 'looks', ...claim });
      return;
    }
    // Its own end of looking takes back its own claim alone.
    if (data.place !== undefined || claim?.tab === data.tab) claim = data;
  };
  tell({ type: 'asks' });
  void locks?.request(`${name}:lives:${tab}`, () => life.promise);
  void locks?.request(`${name}:speaks`, () => {
    speaks = true;
    return life.promise;
  });
  return {
    speaks: () => speaks,
    set: (place) => {
      if (place === undefined && claim?.tab !== tab) return;
      claim = { tab, place };
      tell({ type: 'looks', ...claim });
    },
    isLookedAt: async ({ channelId, threadTs }) => {
      if (claim?.place?.channelId !== channelId) return false;
      if (threadTs !== undefined && claim.place.threadTs !== threadTs) return false;
      if (claim.tab === tab || locks === undefined) return true;
      const { held = [] } = await locks.query();
      return held.some((lock) => lock.name === `${name}:lives:${claim?.tab}`);
    },
    close: () => {
      if (claim?.tab === tab) tell({ type: 'looks', tab, place: undefined });
      channel.close();
      life.resolve();
    },
  };
}
