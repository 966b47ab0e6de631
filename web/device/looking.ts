import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';

interface Claim {
  readonly tab: string;
  readonly channelId: ChannelId | undefined;
}
type Told = (Claim & { readonly type: 'looks' }) | { readonly type: 'asks' };

/** What the tabs of one person in one workspace agree on: which of them speaks, and what is looked at in any of them. */
export interface Looking {
  /** One tab at a time, as long as it lives; without locks each does. */
  readonly speaks: () => boolean;
  readonly set: (channelId: ChannelId | undefined) => void;
  readonly isLookedAt: (channelId: ChannelId) => Promise<boolean>;
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
    if (data.channelId !== undefined || claim?.tab === data.tab) claim = data;
  };
  tell({ type: 'asks' });
  void locks?.request(`${name}:lives:${tab}`, () => life.promise);
  void locks?.request(`${name}:speaks`, () => {
    speaks = true;
    return life.promise;
  });
  return {
    speaks: () => speaks,
    set: (channelId) => {
      if (channelId === undefined && claim?.tab !== tab) return;
      claim = { tab, channelId };
      tell({ type: 'looks', ...claim });
    },
    isLookedAt: async (channelId) => {
      if (claim?.channelId !== channelId) return false;
      if (claim.tab === tab || locks === undefined) return true;
      const { held = [] } = await locks.query();
      return held.some((lock) => lock.name === `${name}:lives:${claim?.tab}`);
    },
    close: () => {
      if (claim?.tab === tab) tell({ type: 'looks', tab, channelId: undefined });
      channel.close();
      life.resolve();
    },
  };
}
