import CirclePlay from 'icon:circle-play';
import css from './blocks.module.css';
import { fieldsOf, linkAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { FramedLink } from './framed-link.tsx';
import { labelOf, PlainText } from './text-object.tsx';
import { blockTexts } from './texts.ts';

/** A link to where it plays: nothing of another site runs in here. */
export function Video({ block }: { block: Fields }) {
  const about = [wordsAt(block, 'author_name'), wordsAt(block, 'provider_name')].filter(Boolean).join(' · ');
  const description = wordsAt(fieldsOf(block.description), 'text');
  return (
    <div className={css.video}>
      <FramedLink
        icon={CirclePlay}
        title={labelOf(block.title) || wordsAt(block, 'alt_text') || blockTexts.video}
        about={about}
        url={linkAt(block, 'title_url') ?? linkAt(block, 'video_url')}
      />
      {description === '' ? null : <PlainText text={description} />}
    </div>
  );
}
