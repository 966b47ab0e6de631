import { Fragment } from 'react';
import { EmojiGlyph } from './emoji-glyph.tsx';

/** Plain words with `:emoji:` in them: a status, a bot's name. */
export const EmojiText = ({ text }: { text: string }) => (
  <>
    {text.split(/(:[a-z0-9_+-]+(?:::skin-tone-[2-6])?:)/).map((part, index) => (
      <Fragment key={index}>{index % 2 === 1 ? <EmojiGlyph name={part.slice(1, -1)} /> : part}</Fragment>
    ))}
  </>
);
