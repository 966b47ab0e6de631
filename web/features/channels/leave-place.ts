import type { ChannelId } from '../../../protocol/ids.ts';
import { visit } from '../../app/navigate.ts';
import { placeOf } from '../../app/place.ts';
import type { Workspace } from '../../store/contract.ts';

/**
 * Away from a conversation that is no longer one's own, if it is looked at. Its line may go a moment later, so it is
 * said where to: to #general, or on a phone to the list.
 */
export function leavePlace({ teamId, channels }: Workspace, channelId: ChannelId, isPhone: boolean): void {
  if (placeOf(location.pathname)?.channelId !== channelId) return;
  const general = channels.$lines.get().find(({ isGeneral }) => isGeneral);
  visit({ teamId, ...(isPhone || general === undefined ? {} : { channelId: general.id }) });
}
