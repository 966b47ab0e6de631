import type { Column } from './columns.ts';
import { readTable, type Row } from './read-table.ts';

/** Rows of one subject, as aligned text: read-table.ts says how it is read. */
export interface Family {
  readonly title: string;
  readonly table: string;
  /** Columns that mean something else in it, for docs/rights.md. */
  readonly heads?: { readonly [Name in Column]?: string };
}

export const rowsOf = (families: readonly Family[]): readonly Row[] =>
  families.flatMap(({ table }) => readTable(table).rows);

/** Cells that are missing or no words, and rows that are there twice. */
export function faultsOf(families: readonly Family[]): string[] {
  const names = rowsOf(families).map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...families.flatMap(({ table }) => readTable(table).faults),
    ...twice.map((name) => `${name}: two rows`),
  ];
}
