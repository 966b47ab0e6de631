import type { UserId } from '../../protocol/ids.ts';

/** `at` is microseconds. */
export type PinRow = { message_seq: number; user: UserId; at: number; rev: number; deleted: number };

const columns = 'message_seq, user, at, rev, deleted';

/** SQL of the pins of messages. */
export class PinStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Those taken back too, for their `rev`. */
  of(seqs: readonly number[]): PinRow[] {
    if (seqs.length === 0) return [];
    return this.#rows('message_seq in (select value from json_each(?))', JSON.stringify(seqs));
  }

  /** Newest first. */
  standing(): PinRow[] {
    return this.#rows('deleted = 0 order by rev desc');
  }

  count(): number {
    return this.#sql.exec<{ count: number }>('select count(*) as count from pins where deleted = 0').one()
      .count;
  }

  save(row: PinRow): void {
    this.#sql.exec(
      `insert into pins (${columns}) values (?,?,?,?,?)
       on conflict do update set user = excluded.user, at = excluded.at, rev = excluded.rev,
         deleted = excluded.deleted`,
      row.message_seq,
      row.user,
      row.at,
      row.rev,
      row.deleted,
    );
  }

  /** With its message; writes nothing where it is not pinned. */
  remove(seq: number, rev: number): void {
    this.#sql.exec('update pins set deleted = 1, rev = ? where message_seq = ? and deleted = 0', rev, seq);
  }

  #rows(where: string, ...bindings: (string | number)[]): PinRow[] {
    return this.#sql.exec<PinRow>(`select ${columns} from pins where ${where}`, ...bindings).toArray();
  }
}
