import type { Lateness } from '../../protocol/objects/scheduling.ts';

/** SQL of how late this Member was with what it sent at a time. One row. */
export class LatenessStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  read(): Lateness {
    const row = this.#sql
      .exec<{ sent: number; last_ms: number; most_ms: number }>('select sent, last_ms, most_ms from lateness')
      .toArray()[0];
    return { sent: row?.sent ?? 0, lastMs: row?.last_ms ?? 0, mostMs: row?.most_ms ?? 0 };
  }

  note(ms: number): void {
    this.#sql.exec(
      `insert into lateness (id, sent, last_ms, most_ms) values (1, 1, ?, ?)
       on conflict do update set sent = sent + 1, last_ms = excluded.last_ms,
         most_ms = max(most_ms, excluded.most_ms)`,
      ms,
      ms,
    );
  }
}
