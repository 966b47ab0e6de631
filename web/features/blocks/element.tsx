import Calendar from 'icon:calendar';
import ChevronDown from 'icon:chevron-down';
import Clock from 'icon:clock';
import Ellipsis from 'icon:ellipsis';
import type { ReactNode } from 'react';
import { buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Glyph } from '../../ui/icon.tsx';
import css from './blocks.module.css';
import { Chosen } from './chosen.tsx';
import { fieldsOf, hasAt, linkAt, numberAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { Options } from './options.tsx';
import { RichText } from './rich-text.tsx';
import { labelOf } from './text-object.tsx';
import { blockTexts } from './texts.ts';

/**
 * What an app would answer to, drawn as what it is. Nobody answers to it, so it is a picture of a control and none that
 * could be pressed or stepped to. A button with an address is a link that works.
 */
export function Element({ element }: { element: Fields }) {
  const type = wordsAt(element, 'type');
  switch (type) {
    case 'button':
    case 'workflow_button':
      return <ButtonElement element={element} />;
    case 'icon_button':
      return <Off>{labelOf(element.text)}</Off>;
    case 'feedback_buttons':
      return (
        <>
          <Off>{labelOf(fieldsOf(element.positive_button).text) || blockTexts.helpful}</Off>
          <Off>{labelOf(fieldsOf(element.negative_button).text) || blockTexts.unhelpful}</Off>
        </>
      );
    case 'overflow':
      return (
        <span className={css.off} role="img" aria-label={blockTexts.more}>
          <Icon of={Ellipsis} />
        </span>
      );
    case 'checkboxes':
    case 'radio_buttons':
      return <Options element={element} />;
    case 'datepicker':
      return (
        <Menu icon={Calendar}>{wordsAt(element, 'initial_date') || hintOf(element, blockTexts.date)}</Menu>
      );
    case 'timepicker':
      return <Menu icon={Clock}>{wordsAt(element, 'initial_time') || hintOf(element, blockTexts.time)}</Menu>;
    case 'datetimepicker':
      return <Menu icon={Calendar}>{momentOf(element) ?? blockTexts.date}</Menu>;
    default:
      if (type.endsWith('_select'))
        return (
          <Menu icon={ChevronDown}>
            <Chosen of={element} />
          </Menu>
        );
      return type.endsWith('_input') ? <InputElement element={element} /> : null;
  }
}

const Off = ({ children }: { children: ReactNode }) => (
  <span className={css.off}>
    <span className="cut" dir="auto">
      {children}
    </span>
  </span>
);

function ButtonElement({ element }: { element: Fields }) {
  const label = labelOf(element.text);
  const url = linkAt(element, 'url');
  if (url === undefined) return <Off>{label}</Off>;
  const look = element.style === 'primary' ? 'main' : 'plain';
  return (
    <a
      className={classes(buttonClass(look), css.link)}
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      aria-label={wordsAt(element, 'accessibility_label') || undefined}
    >
      <span className="cut">{label}</span>
    </a>
  );
}

const Menu = ({ icon, children }: { icon: Glyph; children: ReactNode }) => (
  <span className={classes(css.off, css.menu)}>
    <span className="cut" dir="auto">
      {children}
    </span>
    <Icon of={icon} size={14} />
  </span>
);

function InputElement({ element }: { element: Fields }) {
  if (element.type === 'file_input') return <Off>{blockTexts.file_input}</Off>;
  // No field: it holds more than words.
  if (hasAt(element, 'initial_value'))
    return (
      <div className={css.input}>
        <RichText block={fieldsOf(element.initial_value)} />
      </div>
    );
  const given = element.initial_value;
  const value = typeof given === 'string' ? given : '';
  const isLong = element.multiline === true || element.type === 'rich_text_input';
  return (
    <p className={classes(css.input, isLong && css.long, value === '' && css.empty)} dir="auto">
      {value || hintOf(element, '')}
    </p>
  );
}

const hintOf = (element: Fields, otherwise: string): string => labelOf(element.placeholder) || otherwise;

function momentOf(element: Fields): string | undefined {
  const seconds = numberAt(element, 'initial_date_time');
  return seconds === undefined ? undefined : new Date(seconds * 1_000).toLocaleString();
}
