import Archive from 'icon:archive';
import BookmarkPlus from 'icon:bookmark-plus';
import Pin from 'icon:pin';
import BellOff from 'icon:bell-off';
import BellRing from 'icon:bell-ring';
import FolderInput from 'icon:folder-input';
import Link2 from 'icon:link-2';
import LogOut from 'icon:log-out';
import UserPlus from 'icon:user-plus';
import Users from 'icon:users';
import type { ChannelLevel } from '../../../protocol/channel-level.ts';
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
import { sectionTexts } from '../sections/texts.ts';
import { menuTexts } from './menu-texts.ts';
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
  const { teamId, channels, call } = useWorkspace();
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
  const setLevel = async (level: ChannelLevel): Promise<void> => {
    const set = await call('channels.setLevel', { channel: channelId, level });
    if (!set.ok) toast(channelProblem(set.error));
  };
  const action = (label: string, icon: typeof Archive, onSelect: () => void): MenuItem => ({
    kind: 'action',
    label,
    icon,
    onSelect,
  });
  return [
    ...(mayChange
      ? [action(menuTexts.addPeople, UserPlus, () => openLayer({ kind: 'add-people', channelId }))]
      : []),
    ...(isDirect
      ? []
      : [action(menuTexts.seeMembers, Users, () => visit({ teamId, channelId, panel: 'members' }))]),
    action(menuTexts.seePins, Pin, () => visit({ teamId, channelId, panel: 'pins' })),
    ...(self.is_restricted || line.isArchived
      ? []
      : [action(menuTexts.addBookmark, BookmarkPlus, () => $bookmarkAsked.set({ channelId }))]),
    action(
      line.isMuted ? menuTexts.unmute : menuTexts.mute,
      line.isMuted ? BellRing : BellOff,
      () => void mute(),
    ),
    action(
      menuTexts.copyLink,
      Link2,
      () => void copyText(`${location.origin}${pathOf({ teamId, channelId })}`, menuTexts.linkCopied),
    ),
    action(sectionTexts.move, FolderInput, () => openLayer({ kind: 'move-channel', channelId })),
    { kind: 'line' },
    { kind: 'heading', label: menuTexts.notify },
    ...levels.map((level): MenuItem => ({
      kind: 'choice',
      label: menuTexts.levels[level],
      isOn: level === line.level,
      onSelect: () => void setLevel(level),
    })),
    ...(isDirect || line.isGeneral
      ? []
      : [{ kind: 'line' } as const, action(menuTexts.leave, LogOut, () => void leave())]),
    ...(mayChange && !line.isGeneral
      ? [action(menuTexts.archive, Archive, () => openLayer({ kind: 'archive-channel', channelId }))]
      : []),
  ];
}

const levels: readonly ChannelLevel[] = ['default', 'all', 'mentions', 'nothing'];
