import { columns, type Column } from './columns.ts';
import { isCell, type Cell } from './words.ts';

export interface Row {
  /** The method or frame. */
  readonly subject: string;
  /** What the call is about, where the subject has more than one row. */
  readonly about: string;
  /** Both, as the table has them. */
  readonly name: string;
  readonly cells: { readonly [Name in Column]: Cell };
}

/** Lines of `name │ four cells │ two │ three │ three`, in the order of the columns; a head and empty lines are passed over. */
export function readTable(text: string): {
  readonly rows: readonly Row[];
  readonly faults: readonly string[];
} {
  const read = text
    .split('\n')
    .filter((line) => line.includes('│') && !line.trim().startsWith('│'))
    .map((line) => readLine(line));
  return {
    rows: read.flatMap(({ row }) => (row === undefined ? [] : [row])),
    faults: read.flatMap(({ faults }) => faults),
  };
}

function readLine(line: string): { readonly row?: Row; readonly faults: readonly string[] } {
  const [first = '', ...groups] = line.split('│');
  const name = first.trim();
  const texts = groups.flatMap((group) => group.split(/\s+/).filter((text) => text !== ''));
  const faults = columns.flatMap((column, index) => {
    const text = texts[index];
    if (text === undefined) return [`${name}: no cell for ${column}`];
    return isCell(text) ? [] : [`${name}: ${column} is “${text}”, which is no word`];
  });
  if (texts.length > columns.length) faults.push(`${name}: more cells than columns`);
  if (faults.length > 0) return { faults };
  const [subject = '', about = ''] = name.split(' · ');
  const cells = Object.fromEntries(columns.map((column, index) => [column, texts[index]]));
  return { row: { subject, about, name, cells: cells as Row['cells'] }, faults };
}
