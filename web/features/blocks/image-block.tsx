import ImageIcon from 'icon:image';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { isOurs } from '../../ui/our-picture.ts';
import css from './blocks.module.css';
import { fieldsOf, linkAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { FramedLink } from './framed-link.tsx';
import { labelOf, PlainWords } from './text-object.tsx';
import { blockTexts } from './texts.ts';

/** Its own address, or that of a file of the workspace. */
const addressOf = (image: Fields): string | undefined =>
  linkAt(image, 'image_url') ?? linkAt(fieldsOf(image.slack_file), 'url');

export function ImageBlock({ block }: { block: Fields }) {
  const url = addressOf(block);
  const title = labelOf(block.title);
  const alt = wordsAt(block, 'alt_text');
  return (
    <figure>
      {isOurs(url) ? (
        <>
          {title === '' ? null : (
            <figcaption className={css.caption} dir="auto">
              <PlainWords text={wordsAt(fieldsOf(block.title), 'text')} />
            </figcaption>
          )}
          <Picture url={url} alt={alt} />
        </>
      ) : (
        <FramedLink title={title || alt || blockTexts.picture} about={title === '' ? '' : alt} url={url} />
      )}
    </figure>
  );
}

/** The frame has its size before the picture is there. */
export const Picture = ({ url, alt }: { url: string; alt: string }) => (
  <a className={css.picture} href={url} target="_blank" rel="noopener noreferrer nofollow">
    <img src={url} alt={alt || blockTexts.picture} loading="lazy" decoding="async" />
  </a>
);

/** At the end of a section, in a row of context, or beside an attachment: no room for words. */
export function SmallImage({ image, size }: { image: Fields; size: 'accessory' | 'context' }) {
  const url = addressOf(image);
  const alt = wordsAt(image, 'alt_text') || blockTexts.picture;
  const className = classes(css.small, css[size]);
  if (isOurs(url)) return <img className={className} src={url} alt={alt} loading="lazy" decoding="async" />;
  const icon = <Icon of={ImageIcon} size={size === 'context' ? 14 : 20} />;
  if (url === undefined)
    return (
      <span className={className} role="img" aria-label={alt}>
        {icon}
      </span>
    );
  return (
    <a
      className={className}
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      aria-label={alt}
      title={alt}
    >
      {icon}
    </a>
  );
}
