import { useStore } from '@nanostores/react';
import Ellipsis from 'icon:ellipsis';
import Link2 from 'icon:link-2';
import Pencil from 'icon:pencil';
import Plus from 'icon:plus';
import Trash2 from 'icon:trash';
import { useState } from 'react';
import { linkAddress } from '../../../domain/mrkdwn/link-address.ts';
import type { Bookmark } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.ts';
import { useLine } from '../channels/use-channel-name.ts';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { isOfChannel } from '../lists/is-of-channel.ts';
import { useLive } from '../lists/use-live.ts';
import { copyText } from '../message/copy.ts';
import { useSelf } from '../people/use-people.ts';
import { $bookmarkAsked } from './asked.ts';
import { BookmarkDialog } from './bookmark-dialog.tsx';
import css from './bookmarks-bar.module.css';
import { rememberedBars } from './remembered.ts';
import { bookmarkProblem, bookmarkTexts } from './texts.ts';

/** Links that a channel keeps, under its header. Without any there is no bar: the channel's menu adds the first. */
export function BookmarksBar({ channelId }: { channelId: ChannelId }) {
  const { teamId, call } = useWorkspace();
  const line = useLine(channelId);
  const self = useSelf();
  const asked = useStore($bookmarkAsked);
  const remembered = rememberedBars(teamId, self.id);
  const { value: known } = useLive(
    `bookmarks:${channelId}`,
    async () => {
      const answer = await call('bookmarks.list', { channel_id: channelId });
      if (!answer.ok) return answer;
      remembered.note(channelId, answer.bookmarks.length > 0);
      return { ok: true, value: answer.bookmarks };
    },
    (news) => isOfChannel(news, channelId) && news.type.startsWith('bookmark_'),
  );
  const bookmarks = known ?? [];
  const mayChange = line !== undefined && !line.isArchived && !self.is_restricted;
  return (
    <>
      {/* What is below does not move when they come. */}
      {known === undefined && remembered.has(channelId) ? <div className={css.bar} /> : null}
      {bookmarks.length === 0 ? null : (
        <nav className={css.bar} aria-label={bookmarkTexts.bar}>
          <ul className={css.list}>
            {bookmarks.map((bookmark) => (
              <OneBookmark key={bookmark.id} bookmark={bookmark} mayChange={mayChange} />
            ))}
          </ul>
          {mayChange ? (
            <IconButton
              className={css.add}
              icon={Plus}
              size={16}
              label={bookmarkTexts.add}
              onClick={() => $bookmarkAsked.set({ channelId })}
            />
          ) : null}
        </nav>
      )}
      {asked?.channelId === channelId ? <BookmarkDialog {...asked} /> : null}
    </>
  );
}

function OneBookmark({ bookmark, mayChange }: { bookmark: Bookmark; mayChange: boolean }) {
  const { title, link, emoji } = bookmark;
  const [anchor, setAnchor] = useState<Element>();
  return (
    <li className={css.item}>
      <a
        className={css.link}
        href={linkAddress(link)}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={link}
      >
        <span className={css.glyph} aria-hidden>
          {emoji === '' ? <Icon of={Link2} size={14} /> : <EmojiGlyph name={emoji.replaceAll(':', '')} />}
        </span>
        <span className="cut" dir="auto">
          {title || link}
        </span>
      </a>
      {mayChange ? (
        <IconButton
          className={css.more}
          icon={Ellipsis}
          size={14}
          label={bookmarkTexts.more(title)}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          onClick={(event) => setAnchor(event.currentTarget)}
        />
      ) : null}
      {anchor === undefined ? null : (
        <BookmarkMenu bookmark={bookmark} anchor={anchor} onClose={() => setAnchor(undefined)} />
      )}
    </li>
  );
}

function BookmarkMenu({ bookmark, anchor, onClose }: BookmarkMenuProps) {
  const { call } = useWorkspace();
  const { channel_id: channelId, id, title, link } = bookmark;
  const remove = async (): Promise<void> => {
    const answer = await call('bookmarks.remove', { channel_id: channelId, bookmark_id: id });
    if (!answer.ok && answer.error !== 'not_found') toast(bookmarkProblem(answer.error));
  };
  const items: MenuItem[] = [
    {
      kind: 'action',
      label: bookmarkTexts.edit,
      icon: Pencil,
      onSelect: () => $bookmarkAsked.set({ channelId, bookmark }),
    },
    {
      kind: 'action',
      label: bookmarkTexts.copy,
      icon: Link2,
      onSelect: () => void copyText(link, bookmarkTexts.copied),
    },
    { kind: 'line' },
    {
      kind: 'action',
      label: bookmarkTexts.remove,
      icon: Trash2,
      isDangerous: true,
      onSelect: () => void remove(),
    },
  ];
  return <Menu anchor={anchor} label={bookmarkTexts.more(title)} items={items} onClose={onClose} />;
}
interface BookmarkMenuProps {
  readonly bookmark: Bookmark;
  readonly anchor: Element;
  readonly onClose: () => void;
}
