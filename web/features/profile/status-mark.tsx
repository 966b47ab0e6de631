import type { Profile } from '../../../protocol/entities.ts';
import { EmojiText } from '../emoji/emoji-text.tsx';
import css from './status-mark.module.css';
import { statusWords } from './status-words.ts';

/** The picture of a status, beside a name; its words are there for who rests on it or hears the page. */
export function StatusMark({ profile }: { profile: Profile }) {
  const words = statusWords(profile);
  return (
    <span className={css.mark} title={words}>
      <span aria-hidden>
        <EmojiText text={profile.status_emoji} />
      </span>
      <span className="visually-hidden"> {words}</span>
    </span>
  );
}
