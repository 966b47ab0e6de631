import ArrowUp from 'icon:arrow-up';
import AtSign from 'icon:at-sign';
import ChevronDown from 'icon:chevron-down';
import Bold from 'icon:letter-b';
import Code from 'icon:code';
import Italic from 'icon:italic';
import Link from 'icon:link';
import List from 'icon:list';
import Smile from 'icon:face-slightly-smiling';
import Strikethrough from 'icon:strikethrough';
import TextQuote from 'icon:text-quote';
import type { RefObject } from 'react';
import { isApple } from '../../app/keys.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { openEmojiPicker } from '../emoji/picker-state.ts';
import css from './composer.module.css';
import { composerTexts } from './texts.ts';
import type { FormatName } from './format.ts';
import type { FieldHandle } from './words-field.tsx';

const command = isApple ? '⌘' : 'Ctrl ';
const shift = isApple ? '⇧⌘' : 'Ctrl Shift ';
const tools: readonly (readonly [label: string, icon: typeof Bold, format: FormatName, keys: string])[] = [
  [composerTexts.bold, Bold, 'bold', `${command}B`],
  [composerTexts.italic, Italic, 'italic', `${command}I`],
  [composerTexts.strike, Strikethrough, 'strike', `${shift}X`],
  [composerTexts.link, Link, 'link', `${shift}U`],
  [composerTexts.list, List, 'list', `${shift}8`],
  [composerTexts.quote, TextQuote, 'quote', `${shift}9`],
  [composerTexts.code, Code, 'code', `${command}E`],
];

/** One stop of the Tab key; the arrows go along it. */
export function FormatBar({ field, canSend, onSend, onLater, isNarrow }: FormatBarProps) {
  return (
    <div
      className={classes(css.bar, isNarrow && css.narrow)}
      role="toolbar"
      aria-label={composerTexts.formatting}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
        const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')].filter(
          (button) => button.offsetParent !== null,
        );
        const at = buttons.findIndex((button) => button === document.activeElement);
        buttons[(at + (event.key === 'ArrowRight' ? 1 : -1) + buttons.length) % buttons.length]?.focus();
        event.preventDefault();
      }}
    >
      {tools.map(([label, icon, format, keys]) => (
        <IconButton
          key={label}
          className={css.wide}
          tabIndex={-1}
          icon={icon}
          label={label}
          keys={keys}
          // Pressed with the pointer, the text keeps its focus and its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => field.current?.format(format)}
        />
      ))}
      <hr className={css.wide} />
      <IconButton
        icon={Smile}
        label={composerTexts.emoji}
        onClick={(event) =>
          openEmojiPicker(event.currentTarget, (name) => field.current?.insert(`:${name}: `))
        }
      />
      <IconButton
        tabIndex={-1}
        icon={AtSign}
        label={composerTexts.mention}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => field.current?.insert('@')}
      />
      <IconButton
        className={css.send}
        icon={ArrowUp}
        label={composerTexts.send}
        aria-disabled={!canSend}
        onClick={() => canSend && onSend()}
      />
      <IconButton
        className={css.later}
        icon={ChevronDown}
        size={14}
        label={composerTexts.later}
        aria-haspopup="menu"
        onClick={(event) => onLater(event.currentTarget)}
      />
    </div>
  );
}
interface FormatBarProps {
  readonly field: RefObject<FieldHandle | null>;
  readonly canSend: boolean;
  readonly onSend: () => void;
  /** Asks when, beside this button. */
  readonly onLater: (anchor: Element) => void;
  /** In a thread: the shortcuts do what the buttons have no room for. */
  readonly isNarrow: boolean;
}
