import SmilePlus from 'icon:face-slightly-smiling-plus';
import X from 'icon:x';
import { useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { hostOf } from '../../ui/host-of.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { openEmojiPicker } from '../emoji/picker-state.ts';
import { $bookmarkAsked } from './asked.ts';
import type { BookmarkAsked } from './asked.ts';
import css from './bookmarks-bar.module.css';
import { bookmarkProblem, bookmarkTexts } from './texts.ts';

/** A link's address, what it is called, and its sign. */
export function BookmarkDialog({ channelId, bookmark }: BookmarkAsked) {
  const { call } = useWorkspace();
  const [link, setLink] = useState(bookmark?.link ?? '');
  const [title, setTitle] = useState(bookmark?.title ?? '');
  const [emoji, setEmoji] = useState(bookmark?.emoji.replaceAll(':', '') ?? '');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const close = (): void => $bookmarkAsked.set(undefined);
  const save = async (): Promise<void> => {
    const address = addressOf(link);
    if (address === '') {
      setError('invalid_link');
      return;
    }
    setBusy(true);
    const named = { channel_id: channelId, link: address, title: title.trim() || hostOf(address), emoji };
    const answer = await (bookmark === undefined
      ? call('bookmarks.add', { ...named, type: 'link' })
      : call('bookmarks.edit', { ...named, bookmark_id: bookmark.id }));
    setBusy(false);
    if (answer.ok) close();
    else setError(answer.error);
  };
  return (
    <Dialog title={bookmark === undefined ? bookmarkTexts.add : bookmarkTexts.edit} onClose={close}>
      <form
        className={dialogBody()}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void save();
        }}
      >
        <Field
          data-autofocus
          label={bookmarkTexts.link}
          type="url"
          inputMode="url"
          placeholder="https://"
          value={link}
          error={error === undefined ? undefined : bookmarkProblem(error)}
          onChange={(event) => {
            setLink(event.target.value);
            setError(undefined);
          }}
        />
        <Field
          label={bookmarkTexts.title}
          maxLength={255}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className={css.sign}>
          <Button onClick={(event) => openEmojiPicker(event.currentTarget, setEmoji)}>
            {emoji === '' ? <Icon of={SmilePlus} /> : <EmojiGlyph name={emoji} />}
            {emoji === '' ? bookmarkTexts.pick : bookmarkTexts.pickOther}
          </Button>
          {emoji === '' ? null : (
            <IconButton icon={X} size={16} label={bookmarkTexts.noEmoji} onClick={() => setEmoji('')} />
          )}
        </div>
        <DialogButtons>
          <Button onClick={close}>{bookmarkTexts.cancel}</Button>
          <Button look="main" type="submit" busy={isBusy}>
            {bookmarkTexts.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** What people paste without a scheme is of the web. '' where it is no address. */
function addressOf(given: string): string {
  const trimmed = given.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  return /^https?:\/\//i.test(address) && hostOf(address).includes('.') ? address : '';
}
