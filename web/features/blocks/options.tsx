import { useId } from 'react';
import css from './blocks.module.css';
import { fieldsOf, listAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { TextObject } from './text-object.tsx';

/** Boxes to tick, or one of several to choose, out of use. */
export function Options({ element, label }: { element: Fields; label?: string }) {
  const id = useId();
  const isOne = element.type === 'radio_buttons';
  const chosen = isOne ? [fieldsOf(element.initial_option)] : listAt(element, 'initial_options');
  const values = new Set(chosen.map((option) => wordsAt(option, 'value')));
  return (
    <div className={css.options} role="group" aria-label={label}>
      {listAt(element, 'options').map((option, index) => (
        <label key={index} className={css.option}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={id}
            disabled
            defaultChecked={values.has(wordsAt(option, 'value'))}
          />
          <span>
            <TextObject of={option.text} />
            <span className={css.hint}>
              <TextObject of={option.description} />
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
