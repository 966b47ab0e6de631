import Circle from 'icon:circle';
import CircleDot from 'icon:circle-dot';
import Square from 'icon:square';
import SquareCheck from 'icon:square-check';
import { Icon } from '../../ui/icon.tsx';
import css from './blocks.module.css';
import { fieldsOf, listAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { TextObject } from './text-object.tsx';
import { blockTexts } from './texts.ts';

/** Boxes to tick, or one of several to choose: what is chosen at first is told, nothing can be. */
export function Options({ element }: { element: Fields }) {
  const isOne = element.type === 'radio_buttons';
  const [on, off] = isOne ? [CircleDot, Circle] : [SquareCheck, Square];
  const chosen = isOne ? [fieldsOf(element.initial_option)] : listAt(element, 'initial_options');
  const values = new Set(chosen.map((option) => wordsAt(option, 'value')));
  return (
    <ul className={css.options}>
      {listAt(element, 'options').map((option, index) => {
        const isChosen = values.has(wordsAt(option, 'value'));
        return (
          <li key={index} className={css.option}>
            <Icon of={isChosen ? on : off} />
            <span>
              {isChosen ? <span className="visually-hidden">{blockTexts.chosen} </span> : null}
              <TextObject of={option.text} />
              <span className={css.hint}>
                <TextObject of={option.description} />
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
