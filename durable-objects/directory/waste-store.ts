import type { Tables } from './tables.ts';

export type WasteRow = { prefix: string; due: number; tries: number };

/** SQL of what is to be deleted from the bucket. */
export class WasteStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  save({ prefix, due, tries }: WasteRow): void {
    this.#tables.write(
      `insert into waste (prefix, due, tries) values (?,?,?)
       on conflict do update set due = excluded.due, tries = excluded.tries`,
      prefix,
      due,
      tries,
    );
  }

  /** Those that are due by now, or were set for a time after `latestMs`. */
  due(nowMs: number, latestMs: number, limit: number): WasteRow[] {
    return this.#tables.all<WasteRow>(
      'select prefix, due, tries from waste where due <= ? or due > ? order by due limit ?',
      nowMs,
      latestMs,
      limit,
    );
  }

  firstDueAt(): number | undefined {
    return this.#tables.first<{ due: number | null }>('select min(due) as due from waste')?.due ?? undefined;
  }

  clear(prefix: string): void {
    this.#tables.write('delete from waste where prefix = ?', prefix);
  }
}
