import Settings2 from 'icon:settings-2';
import { $card, openLayer } from '../../app/layers.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { EmojiText } from '../emoji/emoji-text.tsx';
import { nameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { useSelf } from '../people/use-people.ts';
import { ThemeButton } from '../preferences/theme-button.tsx';
import css from './navigation.module.css';
import { navigationTexts } from './texts.ts';

/** Oneself, at the bottom. */
export function Me() {
  const self = useSelf();
  const { status_emoji: emoji, status_text: text } = self.profile;
  return (
    <>
      <button
        type="button"
        className={css.self}
        onClick={(event) => $card.set({ userId: self.id, anchor: event.currentTarget })}
      >
        <UserAvatar id={self.id} user={self} size={28} />
        <span className="visually-hidden">{navigationTexts.profile}</span>
        <span className="cut">
          <b className="cut" dir="auto">
            {nameOf(self)}
          </b>
          {emoji === '' && text === '' ? null : (
            <span className={css.status}>
              <EmojiText text={`${emoji} ${text}`.trim()} />
            </span>
          )}
        </span>
      </button>
      <ThemeButton />
      <IconButton
        icon={Settings2}
        label={navigationTexts.preferences}
        onClick={() => openLayer({ kind: 'preferences' })}
      />
    </>
  );
}
