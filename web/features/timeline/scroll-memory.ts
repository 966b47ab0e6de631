import type { ChannelId } from '../../../protocol/ids.ts';
import type { KeptScroll } from './message-list.tsx';

const kept = new Map<ChannelId, KeptScroll>();
const keptMax = 50;

/** Where a channel was left, for back and forward. Left at its end, it opens there. */
export const scrollMemory = {
  keep(channelId: ChannelId, scroll: KeptScroll | undefined): void {
    kept.delete(channelId);
    if (scroll !== undefined) kept.set(channelId, scroll);
    const [oldest] = kept.keys();
    if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  },
  find: (channelId: ChannelId): KeptScroll | undefined => kept.get(channelId),
};
