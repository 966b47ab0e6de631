import type { ChannelId } from '../../../protocol/ids.ts';
import type { News } from '../../store/contract.ts';

/** Every entry of a channel's log names it so, whatever its body calls it. */
export const isOfChannel = (news: News, channelId: ChannelId): boolean =>
  'channel' in news && news.channel === channelId;
