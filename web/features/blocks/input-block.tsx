import css from './blocks.module.css';
import { Element, InputElement } from './element.tsx';
import { fieldsOf } from './fields.ts';
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
  const isTyped = typeof element.type === 'string' && element.type.endsWith('_input');
  return isTyped ? <InputElement element={element} label={label} /> : <Element element={element} />;
}
