import Calendar from 'icon:calendar';
import ChevronDown from 'icon:chevron-down';
import Clock from 'icon:clock';
import Ellipsis from 'icon:ellipsis';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '../../ui/button.tsx';
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

/** What an app would answer to, shown as what it is and out of use. A button with an address is a link that works. */
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
        <Button disabled aria-label={blockTexts.more}>
          <Icon of={Ellipsis} />
        </Button>
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

const Off = ({ children }: { children: ReactNode }) => <Button disabled>{children}</Button>;

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
  <Button disabled className={css.menu}>
    <span className="cut">{children}</span>
    <Icon of={icon} size={14} />
  </Button>
);

export function InputElement({ element, label }: { element: Fields; label?: string }) {
  if (element.type === 'file_input') return <Off>{blockTexts.file_input}</Off>;
  // No field: it holds more than words.
  if (hasAt(element, 'initial_value'))
    return (
      <div className={css.input} role="group" aria-label={label}>
        <RichText block={fieldsOf(element.initial_value)} />
      </div>
    );
  const given = element.initial_value;
  const hint = hintOf(element, '');
  const value = typeof given === 'string' ? given : '';
  const isLong = element.multiline === true || element.type === 'rich_text_input';
  const props = {
    className: css.input,
    disabled: true,
    placeholder: hint,
    'aria-label': label ?? (hint || blockTexts.menu),
  };
  return isLong ? (
    <textarea {...props} rows={3} defaultValue={value} />
  ) : (
    <input {...props} defaultValue={value} />
  );
}

const hintOf = (element: Fields, otherwise: string): string => labelOf(element.placeholder) || otherwise;

function momentOf(element: Fields): string | undefined {
  const seconds = numberAt(element, 'initial_date_time');
  return seconds === undefined ? undefined : new Date(seconds * 1_000).toLocaleString();
}
