import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { $allEmoji, characterOf, loadEmoji } from './emoji.ts';
import css from './emoji.module.css';

/** One emoji by its name. What nobody knows is shown as it was written. */
export function EmojiGlyph({ name }: { name: string }) {
  const all = useStore($allEmoji);
  const character = characterOf(name, all);
  const mustLoad = all === undefined && (character === undefined || name.includes('::'));
  useEffect(() => {
    if (mustLoad) void loadEmoji();
  }, [mustLoad]);
  if (character === undefined)
    return all === undefined ? <span className={css.waiting} /> : <>{`:${name}:`}</>;
  return (
    <span
      className={css.glyph}
      role="img"
      aria-label={name.replaceAll('_', ' ').replace('::', ', ')}
      title={`:${name}:`}
    >
      {character}
    </span>
  );
}
