/** What of the words is selected. */
export interface Selection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
/** Put `insert` in place of `from`–`to`, and select the given range. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly selectStart: number;
  readonly selectEnd: number;
}

/** Puts marks around what is selected, or takes them off again. */
export function toggleMark({ text, start, end }: Selection, mark: string): Change {
  const { length } = mark;
  const inside = text.slice(start, end);
  const isAround = text.slice(start - length, start) === mark && text.slice(end, end + length) === mark;
  if (isAround) {
    return {
      from: start - length,
      to: end + length,
      insert: inside,
      selectStart: start - length,
      selectEnd: end - length,
    };
  }
  // Marks hold only at the words themselves.
  const lead = inside.length - inside.trimStart().length;
  const core = inside.trim();
  const from = start + lead;
  return {
    from,
    to: from + core.length,
    insert: `${mark}${core}${mark}`,
    selectStart: from + length,
    selectEnd: from + length + core.length,
  };
}

/** One line: backticks around it. Several: a block. */
export const toggleCode = (selection: Selection): Change => {
  const inside = selection.text.slice(selection.start, selection.end);
  if (!inside.includes('\n')) return toggleMark(selection, '`');
  const insert = `\`\`\`\n${inside}\n\`\`\``;
  return {
    from: selection.start,
    to: selection.end,
    insert,
    selectStart: selection.start + 4,
    selectEnd: selection.start + 4 + inside.length,
  };
};

/** Begins each selected line with a sign, or takes it off all of them. */
export function toggleLines({ text, start, end }: Selection, sign: string): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isOn = lines.every((line) => line.startsWith(sign));
  const insert = lines.map((line) => (isOn ? line.slice(sign.length) : sign + line)).join('\n');
  return { from, to, insert, selectStart: from + insert.length, selectEnd: from + insert.length };
}

/** `[selected](address)`, with the part selected that is still to be written. */
export function makeLink({ text, start, end }: Selection, url = ''): Change {
  const label = text.slice(start, end);
  const insert = `[${label}](${url || 'https://'})`;
  const addressAt = start + label.length + 3;
  return label === ''
    ? { from: start, to: end, insert, selectStart: start + 1, selectEnd: start + 1 }
    : {
        from: start,
        to: end,
        insert,
        selectStart: url === '' ? addressAt : start + insert.length,
        selectEnd: start + insert.length - (url === '' ? 1 : 0),
      };
}

/** A new line goes on with the list or quote that the line before began; on an empty item it ends it. */
export function newLine({ text, start, end }: Selection): Change | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const sign = /^(?:[•-] |> ?|\d{1,3}\. )/.exec(line)?.[0];
  if (sign === undefined || start !== end) return undefined;
  if (line === sign) return { from, to: start, insert: '', selectStart: from, selectEnd: from };
  const number = /^\d+/.exec(sign)?.[0];
  const insert = `\n${number === undefined ? sign : `${Number(number) + 1}. `}`;
  return {
    from: start,
    to: end,
    insert,
    selectStart: start + insert.length,
    selectEnd: start + insert.length,
  };
}

/** What the buttons and shortcuts do, by name. */
export const formats = {
  bold: (selection) => toggleMark(selection, '*'),
  italic: (selection) => toggleMark(selection, '_'),
  strike: (selection) => toggleMark(selection, '~'),
  code: toggleCode,
  link: (selection) => makeLink(selection),
  list: (selection) => toggleLines(selection, '• '),
  quote: (selection) => toggleLines(selection, '> '),
  newLine: (selection) => newLine(selection) ?? plainLine(selection),
} as const satisfies Record<string, (selection: Selection) => Change>;
export type FormatName = keyof typeof formats;

const plainLine = ({ start, end }: Selection): Change => ({
  from: start,
  to: end,
  insert: '\n',
  selectStart: start + 1,
  selectEnd: start + 1,
});

/** Carries it out the way typing would, so that undo takes it back. */
export function apply(
  field: HTMLTextAreaElement,
  { from, to, insert, selectStart, selectEnd }: Change,
): void {
  field.focus();
  field.setSelectionRange(from, to);
  const isDone =
    insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert);
  if (!isDone) {
    field.setRangeText(insert, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(selectStart, selectEnd);
}

export const selectionOf = (field: HTMLTextAreaElement): Selection => ({
  text: field.value,
  start: field.selectionStart,
  end: field.selectionEnd,
});
