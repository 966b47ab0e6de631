import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { meantBy } from './custom.ts';
import { $allEmoji, characterOf, loadEmoji } from './emoji.ts';
import { EmojiPicture } from './emoji-picture.tsx';
import css from './emoji.module.css';

/** One emoji by its name, the workspace's own among them. What nobody knows is shown as it was written. */
export function EmojiGlyph({ name }: { name: string }) {
  const custom = useStore(useWorkspace().$customEmoji);
  const all = useStore($allEmoji);
  const meant = meantBy(name, custom);
  const character = characterOf(meant.name, all);
  const isWaiting = custom === undefined || all === undefined;
  const mustLoad =
    custom !== undefined &&
    all === undefined &&
    meant.url === undefined &&
    (character === undefined || name.includes('::'));
  useEffect(() => {
    if (mustLoad) void loadEmoji();
  }, [mustLoad]);
  const label = name.replaceAll('_', ' ').replace('::', ', ');
  if (meant.url !== undefined) return <EmojiPicture name={name} url={meant.url} label={label} />;
  if (character === undefined) return isWaiting ? <span className={css.waiting} /> : <>{`:${name}:`}</>;
  return (
    <span className={css.glyph} role="img" aria-label={label} title={`:${name}:`}>
      {character}
    </span>
  );
}
