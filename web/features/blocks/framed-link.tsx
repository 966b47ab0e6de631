import ExternalLink from 'icon:external-link';
import ImageIcon from 'icon:image';
import { hostOf } from '../../ui/host-of.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Glyph } from '../../ui/icon.tsx';
import css from './blocks.module.css';
import { blockTexts } from './texts.ts';

/**
 * What lies on another site, named and not fetched: it opens when it is pressed. Without an address it is a name
 * alone.
 */
export function FramedLink({ title, about = '', url, icon = ImageIcon }: FramedLinkProps) {
  const inside = (
    <>
      <span className={css.frameIcon}>
        <Icon of={icon} size={18} />
      </span>
      <span className={css.frameWords}>
        <b className="cut" dir="auto">
          {title}
        </b>
        <span className="cut">
          {[about, url === undefined ? '' : hostOf(url)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {url === undefined ? null : <Icon of={ExternalLink} />}
    </>
  );
  if (url === undefined) return <p className={css.frame}>{inside}</p>;
  return (
    <a className={css.frame} href={url} target="_blank" rel="noopener noreferrer nofollow">
      {inside}
      <span className="visually-hidden">{blockTexts.opensElsewhere}</span>
    </a>
  );
}
interface FramedLinkProps {
  readonly title: string;
  readonly about?: string;
  readonly url?: string | undefined;
  readonly icon?: Glyph;
}
