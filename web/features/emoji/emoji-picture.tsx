import css from './emoji.module.css';

/** A custom emoji: as large as a character, so that nothing moves when it comes. */
export const EmojiPicture = ({ name, url, label = '' }: EmojiPictureProps) => (
  <img className={css.picture} src={url} alt={label} title={`:${name}:`} decoding="async" draggable={false} />
);
interface EmojiPictureProps {
  readonly name: string;
  readonly url: string;
  /** Left out where the name stands beside it. */
  readonly label?: string;
}
