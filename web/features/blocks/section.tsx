import css from './blocks.module.css';
import { Element } from './element.tsx';
import { fieldsOf, hasAt, listAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { SmallImage } from './image-block.tsx';
import { TextObject } from './text-object.tsx';

/** Text, pairs of fields side by side, and one thing at their end. */
export function Section({ block }: { block: Fields }) {
  const fields = listAt(block, 'fields');
  return (
    <div className={css.section}>
      <div className={css.main}>
        <TextObject of={block.text} isFolded={block.expand !== true} />
        {fields.length === 0 ? null : (
          <div className={css.fields}>
            {fields.map((field, index) => (
              <TextObject key={index} of={field} />
            ))}
          </div>
        )}
      </div>
      {hasAt(block, 'accessory') ? <Accessory element={fieldsOf(block.accessory)} /> : null}
    </div>
  );
}

const Accessory = ({ element }: { element: Fields }) => (
  <div className={css.accessory}>
    {element.type === 'image' ? (
      <SmallImage image={element} size="accessory" />
    ) : (
      <Element element={element} />
    )}
  </div>
);

/** Small words and small pictures in a row. */
export const Context = ({ block }: { block: Fields }) => (
  <div className={css.context}>
    {listAt(block, 'elements').map((element, index) =>
      element.type === 'image' ? (
        <SmallImage key={index} image={element} size="context" />
      ) : wordsAt(element, 'text') === '' ? null : (
        <TextObject key={index} of={element} />
      ),
    )}
  </div>
);
