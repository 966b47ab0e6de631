import Archive from 'icon:archive';
import BookmarkPlus from 'icon:bookmark-plus';
import Pin from 'icon:pin';
import BellOff from 'icon:bell-off';
import BellRing from 'icon:bell-ring';
import Link2 from 'icon:link-2';
import LogOut from 'icon:log-out';
import UserPlus from 'icon:user-plus';
import Users from 'icon:users';
import type { ChannelId } from '../../../protocol/ids.ts';
import { openLayer } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { pathOf } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ChannelLine } from '../../store/contract.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.ts';
import { $bookmarkAsked } from '../bookmarks/asked.ts';
import { channelProblem } from '../channels/texts.ts';
import { copyText } from '../message/copy.ts';
import { useSelf } from '../people/use-people.ts';
import { headerTexts } from './texts.ts';

/** What one can do with a channel; nothing that its kind or one's role does not allow. */
export function ChannelMenuItems({ channelId, line, anchor, onClose }: ChannelMenuItemsProps) {
  return (
    <Menu
      anchor={anchor}
      label={headerTexts.more}
      items={useItems(channelId, line)}
      placement={{ side: 'below', align: 'end' }}
      onClose={onClose}
    />
  );
}
interface ChannelMenuItemsProps {
  readonly channelId: ChannelId;
  readonly line: ChannelLine;
  readonly anchor: Element;
  readonly onClose: () => void;
}

function useItems(channelId: ChannelId, line: ChannelLine): MenuItem[] {
  const { teamId, channels } = useWorkspace();
  const self = useSelf();
  const isDirect = line.kind === 'direct' || line.kind === 'group';
  const mayChange = !self.is_restricted && !isDirect && !line.isArchived;
  const leave = async (): Promise<void> => {
    const left = await channels.leave(channelId);
    if (left.ok) visit({ teamId });
    else toast(channelProblem(left.error));
  };
  const mute = async (): Promise<void> => {
    const muted = await channels.setMuted(channelId, !line.isMuted);
    if (!muted.ok) toast(channelProblem(muted.error));
  };
  const action = (label: string, icon: typeof Archive, onSelect: () => void): MenuItem => ({
    kind: 'action',
    label,
    icon,
    onSelect,
  });
  return [
    ...(mayChange
      ? [action(headerTexts.addPeople, UserPlus, () => openLayer({ kind: 'add-people', channelId }))]
      : []),
    ...(isDirect
      ? []
      : [action(headerTexts.seeMembers, Users, () => visit({ teamId, channelId, panel: 'members' }))]),
    action(headerTexts.seePins, Pin, () => visit({ teamId, channelId, panel: 'pins' })),
    ...(self.is_restricted || line.isArchived
      ? []
      : [action(headerTexts.addBookmark, BookmarkPlus, () => $bookmarkAsked.set({ channelId }))]),
    action(
      line.isMuted ? headerTexts.unmute : headerTexts.mute,
      line.isMuted ? BellRing : BellOff,
      () => void mute(),
    ),
    action(
      headerTexts.copyLink,
      Link2,
      () => void copyText(`${location.origin}${pathOf({ teamId, channelId })}`, headerTexts.linkCopied),
    ),
    ...(isDirect || line.isGeneral
      ? []
      : [{ kind: 'line' } as const, action(headerTexts.leave, LogOut, () => void leave())]),
    ...(mayChange && !line.isGeneral
      ? [action(headerTexts.archive, Archive, () => openLayer({ kind: 'archive-channel', channelId }))]
      : []),
  ];
}
