import Bookmark from 'icon:bookmark';
import Copy from 'icon:copy';
import Ellipsis from 'icon:ellipsis';
import Link2 from 'icon:link-2';
import MailOpen from 'icon:mail-open';
import MessageSquareReply from 'icon:message-square-reply';
import Pencil from 'icon:pencil';
import Pin from 'icon:pin';
import PinOff from 'icon:pin-off';
import SmilePlus from 'icon:face-slightly-smiling-plus';
import Trash2 from 'icon:trash';
import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { mayDeleteMessage, mayStillEdit } from '../../../domain/permissions/message-rules.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Message } from '../../../protocol/entities.ts';
import { microsOf } from '../../../protocol/timestamp.ts';
import { visit } from '../../app/navigate.ts';
import { pathOf } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { useTooltip } from '../../ui/tooltip.ts';
import { useLine } from '../channels/use-channel-name.ts';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { openEmojiPicker } from '../emoji/picker-state.ts';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import { useRules } from '../policies/use-rules.ts';
import { copyText } from './copy.ts';
import { $deleting } from './deleting.ts';
import { deletionsOf } from './deletions.ts';
import { $editing } from './editing.ts';
import { wordsOf } from './fallback-text.ts';
import css from './message-actions.module.css';
import { actionTexts } from './action-texts.ts';
import { messageTexts } from './texts.ts';
import { usePin, useSave } from './use-pin.ts';
import { useReact } from './use-react.ts';

const usual = ['white_check_mark', 'eyes', 'raised_hands'];

/** Floats over the row's upper edge and moves nothing. */
export function MessageActions({ channelId, message, within, mayAct, onHold }: MessageActionsProps) {
  const { teamId, preferences } = useWorkspace();
  const recent = useStore(preferences.$recentEmoji);
  const react = useReact(channelId, message.ts);
  const [anchor, setAnchor] = useState<Element>();
  const menu = useMenu(channelId, message, within, mayAct);
  const quick = mayAct ? [...new Set([...recent, ...usual])].slice(0, 3) : [];
  const hold = (element: Element | undefined): void => {
    setAnchor(element);
    onHold(element !== undefined);
  };
  return (
    <div className={css.bar} role="toolbar" aria-label={actionTexts.toolbar}>
      {quick.map((name) => (
        <QuickReaction key={name} name={name} onPick={() => react(name)} />
      ))}
      {mayAct ? (
        <>
          <hr />
          <IconButton
            icon={SmilePlus}
            size={16}
            label={messageTexts.addReaction}
            onClick={(event) => openEmojiPicker(event.currentTarget, react)}
          />
        </>
      ) : null}
      {within === 'thread' ? null : (
        <IconButton
          icon={MessageSquareReply}
          size={16}
          label={actionTexts.reply}
          onClick={() => visit({ teamId, channelId, threadTs: message.thread_ts ?? message.ts })}
        />
      )}
      <IconButton
        icon={Ellipsis}
        size={16}
        label={actionTexts.more}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => hold(event.currentTarget)}
      />
      {anchor === undefined ? null : (
        <Menu
          anchor={anchor}
          label={actionTexts.toolbar}
          items={menu}
          placement={{ side: 'below', align: 'end' }}
          onClose={() => hold(undefined)}
        />
      )}
    </div>
  );
}
interface MessageActionsProps {
  readonly channelId: ChannelId;
  readonly message: Message;
  readonly within: 'channel' | 'thread';
  readonly mayAct: boolean;
  /** While a menu is open the bar stays. */
  readonly onHold: (isHeld: boolean) => void;
}

function QuickReaction({ name, onPick }: { name: string; onPick: () => void }) {
  const label = actionTexts.reactWith(name);
  const tooltip = useTooltip(label);
  return (
    <button type="button" className={css.quick} aria-label={label} onClick={onPick} {...tooltip}>
      <span aria-hidden>
        <EmojiGlyph name={name} />
      </span>
    </button>
  );
}

function useMenu(
  channelId: ChannelId,
  message: Message,
  within: 'channel' | 'thread',
  mayAct: boolean,
): MenuItem[] {
  const workspace = useWorkspace();
  const { teamId, messages } = workspace;
  const self = useSelf();
  const { ts, thread_ts: threadTs } = message;
  const isMember = useLine(channelId) !== undefined;
  const pin = usePin(channelId, ts);
  const save = useSave(channelId, ts);
  const isPinned = message.pinned_info !== undefined;
  const isSaved = message.is_starred === true;
  const isOwn = message.user === self.id && message.bot_id === undefined;
  const rules = useRules();
  const mayEdit = mayAct && isOwn && mayStillEdit({}, rules, Date.now() - microsOf(ts) / 1_000);
  const isReply = threadTs !== undefined && threadTs !== ts;
  const path = pathOf({ teamId, channelId, at: ts, ...(isReply ? { threadTs } : {}) });
  const action = (label: string, icon: typeof Copy, onSelect: () => void): MenuItem => ({
    kind: 'action',
    label,
    icon,
    onSelect,
  });
  return [
    ...(mayEdit ? [action(actionTexts.edit, Pencil, () => $editing.set({ channelId, ts, within }))] : []),
    action(
      actionTexts.copyLink,
      Link2,
      () => void copyText(`${location.origin}${path}`, actionTexts.linkCopied),
    ),
    action(actionTexts.copyText, Copy, () => void copyText(wordsOf(message), actionTexts.textCopied)),
    action(isSaved ? actionTexts.unsave : actionTexts.saveLater, Bookmark, () => save(!isSaved)),
    ...(mayAct
      ? [
          action(isPinned ? actionTexts.unpin : actionTexts.pin, isPinned ? PinOff : Pin, () =>
            pin(!isPinned),
          ),
        ]
      : []),
    ...(within === 'channel' && isMember
      ? [action(actionTexts.markUnread, MailOpen, () => messages.markUnreadFrom(channelId, ts))]
      : []),
    ...(mayAct && mayDeleteMessage({ role: roleOf(self) }, isOwn, rules)
      ? [
          { kind: 'line' } as const,
          {
            kind: 'action',
            label: actionTexts.delete,
            icon: Trash2,
            isDangerous: true,
            onSelect: () =>
              isOwn ? deletionsOf(workspace)?.hold(channelId, ts) : $deleting.set({ channelId, message }),
          } as const,
        ]
      : []),
  ];
}
