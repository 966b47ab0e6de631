import type { ChannelId } from '../../../protocol/ids.ts';
import { ChannelMenuItems } from '../channel-header/channel-menu-items.tsx';
import { useLine } from '../channels/use-channel-name.ts';

/** A line's own menu: by the other button of the mouse, or by the keyboard's menu key. */
export function RowMenu({ channelId, anchor, onClose }: RowMenuProps) {
  const line = useLine(channelId);
  return line === undefined ? null : (
    <ChannelMenuItems channelId={channelId} line={line} anchor={anchor} onClose={onClose} />
  );
}
interface RowMenuProps {
  readonly channelId: ChannelId;
  readonly anchor: Element;
  readonly onClose: () => void;
}
