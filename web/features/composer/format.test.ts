import { expect, test } from 'vitest';
import { makeLink, newLine, toggleCode, toggleLines, toggleMark } from './format.ts';
import type { Change, Selection } from './format.ts';

/** `[` and `]` mark the selection. */
function select(marked: string): Selection {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace('⟦', '').replace('⟧', ''), start, end };
}
function after(marked: string, change: (selection: Selection) => Change | undefined): string {
  const selection = select(marked);
  const made = change(selection);
  if (made === undefined) return 'unchanged';
  const text = selection.text.slice(0, made.from) + made.insert + selection.text.slice(made.to);
  return `${text.slice(0, made.selectStart)}⟦${text.slice(made.selectStart, made.selectEnd)}⟧${text.slice(made.selectEnd)}`;
}
const bold = (selection: Selection): Change => toggleMark(selection, '*');

test.each([
  ['say ⟦it⟧ loud', 'say *⟦it⟧* loud'],
  ['say *⟦it⟧* loud', 'say ⟦it⟧ loud'],
  ['say⟦ it ⟧loud', 'say *⟦it⟧* loud'],
  ['⟦⟧', '*⟦⟧*'],
])('bold: %s becomes %s', (before, expected) => expect(after(before, bold)).toBe(expected));

test('one line of code gets backticks, several a block', () => {
  expect(after('⟦a⟧', toggleCode)).toBe('`⟦a⟧`');
  expect(after('⟦a\nb⟧', toggleCode)).toBe('```\n⟦a\nb⟧\n```');
});

test('a list goes on each selected line, and off again', () => {
  expect(after('x\n⟦a\nb⟧', (selection) => toggleLines(selection, '• '))).toBe('x\n• a\n• b⟦⟧');
  expect(after('• ⟦a⟧', (selection) => toggleLines(selection, '• '))).toBe('a⟦⟧');
});

test('an address pasted on words makes them a link', () => {
  expect(after('see ⟦here⟧', (selection) => makeLink(selection, 'https://a.example'))).toBe(
    'see [here](https://a.example)⟦⟧',
  );
});

test('a new line goes on with a list, counts on, and ends it on an empty item', () => {
  expect(after('• a⟦⟧', newLine)).toBe('• a\n• ⟦⟧');
  expect(after('9. a⟦⟧', newLine)).toBe('9. a\n10. ⟦⟧');
  expect(after('• a\n• ⟦⟧', newLine)).toBe('• a\n⟦⟧');
  expect(after('a⟦⟧', newLine)).toBe('unchanged');
});
