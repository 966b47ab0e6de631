import { later } from '../../app/later.ts';
import { Suspense, useEffect, useId, useImperativeHandle, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { hasCommand } from '../../app/keys.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { FormatName } from './format.ts';
import { optionId } from './option-id.ts';
import { composerTexts } from './texts.ts';
import { useSuggestions } from './use-suggestions.ts';
import { loadTools, useTools } from './use-tools.ts';
import type { Tools } from './use-tools.ts';
import css from './words-field.module.css';

const SuggestionList = later(() => import('./suggestion-list.tsx'), 'SuggestionList');

export interface FieldHandle {
  format(format: FormatName): void;
  insert(text: string): void;
  focus(): void;
}

/**
 * Where words are typed: a plain textarea that grows, with suggestions and shortcuts. No `role=combobox` and no
 * `aria-expanded`, which a multi-line field must not have.
 */
export function WordsField({ channelId, label, value, onChange, onSend, handle, ...rest }: WordsFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const tools = useTools();
  const list = useSuggestions({ channelId, text: value, hasCommands: rest.hasCommands ?? false, tools });
  const chosen = list.items[list.active];
  const { $wishes } = useWorkspace();
  useImperativeHandle(handle, () => ({
    format: (format) => field.current && reshape(field.current, format, tools),
    insert: (text) => field.current && insertAtCaret(field.current, text, tools),
    focus: () => field.current?.focus(),
  }));
  const { autoFocus = false } = rest;
  useEffect(() => {
    const element = field.current;
    if (!autoFocus || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [autoFocus]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // 229 is what some input methods send for the Enter that takes a word.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (list.onKeyDown(event)) return;
    const isSentByEnter = $wishes.get().send_by !== 'ctrl_enter';
    const act = actOf(event, { ...rest, onSend, value, isSentByEnter, tools });
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className={css.frame}>
      <Suspense>
        {list.items.length === 0 ? null : (
          <SuggestionList
            id={listId}
            label={labelOf(list.kind)}
            items={list.items}
            active={list.active}
            onHover={list.setActive}
            onPick={(item) => field.current && list.pick(field.current, item)}
          />
        )}
      </Suspense>
      <textarea
        ref={field}
        className={css.field}
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={label}
        enterKeyHint="enter"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={chosen === undefined ? undefined : listId}
        aria-activedescendant={chosen === undefined ? undefined : optionId(listId, chosen.key)}
        data-pane-focus={rest.isPaneFocus || undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          list.follow(event.target);
        }}
        onSelect={(event) => list.follow(event.currentTarget)}
        onBlur={list.close}
        onKeyDown={onKeyDown}
        onPaste={(event) => pasteLink(event, tools)}
      />
      <span className="visually-hidden" role="status">
        {list.items.length === 0 ? '' : composerTexts.suggestions.count(list.items.length)}
      </span>
    </div>
  );
}
interface WordsFieldProps {
  readonly channelId: ChannelId;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
  readonly onEscape?: () => void;
  /** ↑ in an empty field. */
  readonly onUp?: () => void;
  readonly autoFocus?: boolean;
  readonly isPaneFocus?: boolean;
  /** A slash at the beginning asks for something to be done. */
  readonly hasCommands?: boolean;
  readonly handle?: Ref<FieldHandle>;
}

const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;

interface Acts extends Pick<WordsFieldProps, 'onEscape' | 'onUp' | 'onSend' | 'value'> {
  readonly isSentByEnter: boolean;
  readonly tools: Tools | undefined;
}

function actOf(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { onEscape, onUp, onSend, value, isSentByEnter, tools }: Acts,
): (() => void) | undefined {
  const { key, shiftKey, altKey } = event;
  const field = event.currentTarget;
  if (key === 'Enter' && hasCommand(event)) return onSend;
  // On a phone Enter is the only way to a new line, and the arrow sends.
  if (key === 'Enter' && !shiftKey && !altKey && isSentByEnter && !isTouch()) return onSend;
  // Until it is known how a list goes on, a new line is the browser's own.
  if (key === 'Enter') return tools && (() => reshape(field, 'newLine', tools));
  if (key === 'Escape' && onEscape !== undefined) return onEscape;
  const isPlain = !shiftKey && !altKey && !event.ctrlKey && !event.metaKey;
  if (key === 'ArrowUp' && isPlain && value === '' && onUp !== undefined) return onUp;
  const format = hasCommand(event) && !altKey ? formatOf(event) : undefined;
  return format && (() => reshape(field, format, tools));
}

function formatOf({ key, code, shiftKey }: KeyboardEvent): FormatName | undefined {
  const plain: Readonly<Record<string, FormatName>> = { b: 'bold', i: 'italic', e: 'code' };
  const shifted: Readonly<Record<string, FormatName>> = {
    KeyX: 'strike',
    KeyU: 'link',
    Digit8: 'list',
    Digit9: 'quote',
  };
  return shiftKey ? shifted[code] : plain[key.toLowerCase()];
}

/** At once: what is typed right after it belongs behind it. */
function reshape(field: HTMLTextAreaElement, name: FormatName, tools: Tools | undefined): void {
  withTools(tools, ({ format }) => format.apply(field, format.formats[name](format.selectionOf(field))));
}

function pasteLink(event: ClipboardEvent<HTMLTextAreaElement>, tools: Tools | undefined): void {
  const field = event.currentTarget;
  const pasted = event.clipboardData.getData('text/plain').trim();
  const words = field.value.slice(field.selectionStart, field.selectionEnd);
  if (!/^https?:\/\/[^\s()<>]+$/.test(pasted) || words.trim() === '' || /^https?:/.test(words)) return;
  event.preventDefault();
  withTools(tools, ({ format }) => format.apply(field, format.makeLink(format.selectionOf(field), pasted)));
}

function insertAtCaret(field: HTMLTextAreaElement, insert: string, tools: Tools | undefined): void {
  const { selectionStart: from, selectionEnd: to } = field;
  const end = from + insert.length;
  withTools(tools, ({ format }) =>
    format.apply(field, { from, to, insert, selectStart: end, selectEnd: end }),
  );
}

/** At once, unless they are still on their way. */
function withTools(tools: Tools | undefined, act: (tools: Tools) => void): void {
  if (tools === undefined) void loadTools().then(act, () => undefined);
  else act(tools);
}

const labelOf = (kind: ReturnType<typeof useSuggestions>['kind']): string => {
  const { people, channels, emoji, commands } = composerTexts.suggestions;
  return { person: people, channel: channels, emoji, command: commands }[kind ?? 'person'];
};
