import css from './blocks.module.css';
import { Element } from './element.tsx';
import { fieldsOf } from './fields.ts';
import type { Fields } from './fields.ts';
import { labelOf, TextObject } from './text-object.tsx';
import { blockTexts } from './texts.ts';

/** A labelled field. */
export function InputBlock({ block }: { block: Fields }) {
  const label = labelOf(block.label);
  return (
    <div className={css.inputBlock}>
      <p className={css.label} dir="auto">
        {label}
        {block.optional === true ? <span className={css.hint}> ({blockTexts.optional})</span> : null}
      </p>
      <div role="group" aria-label={label}>
        <Element element={fieldsOf(block.element)} />
      </div>
      <div className={css.hint}>
        <TextObject of={block.hint} />
      </div>
    </div>
  );
}
