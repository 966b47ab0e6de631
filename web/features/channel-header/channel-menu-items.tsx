import { useStore } from '@nanostores/react';
import Archive from 'icon:archive';
import ArchiveRestore from 'icon:archive-arrow-up';
import Hash from 'icon:hash';
import Info from 'icon:info';
import Lock from 'icon:lock';
import TextCursorInput from 'icon:text-cursor-input';
import Trash2 from 'icon:trash';
import X from 'icon:x';
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
import {
  mayArchive,
  mayDescribeChannel,
  mayManageChannels,
  mayRename,
} from '../../../domain/permissions/permissions.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { openLayer } from '../../app/layers.ts';
import type { ChannelChange } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { pathOf } from '../../app/place.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ChannelLine } from '../../store/contract.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.ts';
import { $bookmarkAsked } from '../bookmarks/asked.ts';
import { channelProblem } from '../channels/texts.ts';
import { copyText } from '../message/copy.ts';
import { useSelf } from '../people/use-people.ts';
import { roleOf } from '../people/role.ts';
import { leavePlace } from '../channels/leave-place.ts';
import { reopenChannel } from '../channels/reopen-channel.ts';
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
  const workspace = useWorkspace();
  const { teamId, channels, call } = workspace;
  const self = useSelf();
  const creator = useStore(channels.details(channelId)).channel?.creator;
  const isDirect = line.kind === 'direct' || line.kind === 'group';
  const isPhone = useIsPhone();
  const who = { userId: self.id, role: roleOf(self) };
  const mayChange = !self.is_restricted && !isDirect && !line.isArchived;
  const leave = async (): Promise<void> => {
    const left = await channels.leave(channelId);
    if (left.ok) leavePlace(workspace, channelId, isPhone);
    else toast(channelProblem(left.error));
  };
  const close = async (): Promise<void> => {
    const closed = await call('conversations.close', { channel: channelId });
    if (!closed.ok) toast(channelProblem(closed.error));
    else leavePlace(workspace, channelId, isPhone);
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
  const change = (label: string, icon: typeof Archive, what: ChannelChange) =>
    ({
      kind: 'action',
      label,
      icon,
      onSelect: () => openLayer({ kind: 'change-channel', channelId, change: what }),
    }) as const;
  const mayManage = !isDirect && !line.isGeneral && mayManageChannels(who);
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
    { kind: 'line' },
    ...(isDirect ? [action(menuTexts.close, X, () => void close())] : []),
    ...(mayChange && creator !== undefined && mayRename(who, { creator })
      ? [change(menuTexts.rename, TextCursorInput, 'rename')]
      : []),
    ...(mayChange && mayDescribeChannel(who) ? [change(menuTexts.describe, Info, 'describe')] : []),
    ...(mayManage && line.kind === 'public' ? [change(menuTexts.makePrivate, Lock, 'private')] : []),
    ...(mayManage && line.kind === 'private' ? [change(menuTexts.makePublic, Hash, 'public')] : []),
    ...(isDirect || line.isGeneral ? [] : [action(menuTexts.leave, LogOut, () => void leave())]),
    ...(mayChange && !line.isGeneral && mayArchive(who)
      ? [action(menuTexts.archive, Archive, () => openLayer({ kind: 'archive-channel', channelId }))]
      : []),
    ...(line.isArchived && mayArchive(who)
      ? [action(menuTexts.reopen, ArchiveRestore, () => void reopenChannel(workspace, channelId))]
      : []),
    ...(mayManage ? [{ ...change(menuTexts.remove, Trash2, 'delete'), isDangerous: true }] : []),
  ];
}

const levels: readonly ChannelLevel[] = ['default', 'all', 'mentions', 'nothing'];
