import css from './blocks.module.css';
import { Element, InputElement } from './element.tsx';
import { fieldsOf, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { Options } from './options.tsx';
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
      <Field element={fieldsOf(block.element)} label={label} />
      <div className={css.hint}>
        <TextObject of={block.hint} />
      </div>
    </div>
  );
}

function Field({ element, label }: { element: Fields; label: string }) {
  if (element.type === 'checkboxes' || element.type === 'radio_buttons')
    return <Options element={element} label={label} />;
  const type = wordsAt(element, 'type');
  const isTyped = type.endsWith('_input') && type !== 'file_input';
  if (isTyped) return <InputElement element={element} label={label} />;
  // It says what is chosen, not what is asked.
  return (
    <div role="group" aria-label={label}>
      <Element element={element} />
    </div>
  );
}
