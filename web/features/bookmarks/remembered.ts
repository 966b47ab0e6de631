import type { ChannelId, TeamId, UserId } from '../../../protocol/ids.ts';
import { deviceName } from '../../device/indexed-device.ts';

/** Channels that had bookmarks when they were last shown here: the place of their bar is kept until they come. */
export function rememberedBars(teamId: TeamId, userId: UserId) {
  const key = `${deviceName(teamId, userId)}:bookmarked`;
  const read = (): readonly string[] => {
    try {
      return (globalThis.localStorage.getItem(key) ?? '').split(' ');
    } catch {
      return [];
    }
  };
  return {
    has: (channelId: ChannelId): boolean => read().includes(channelId),
    note: (channelId: ChannelId, hasBar: boolean): void => {
      const known = read();
      if (known.includes(channelId) === hasBar) return;
      const others = known.filter((id) => id !== channelId && id !== '');
      try {
        globalThis.localStorage.setItem(key, (hasBar ? [...others, channelId] : others).join(' '));
      } catch {
        // Then it comes a little late.
      }
    },
  };
}
