import type { UserId } from '../../protocol/ids.ts';

/** Of an entry that nobody's Member could be told of. */
export const everybody = 'everybody';

export type AsideRow = { consumer: UserId | typeof everybody; seq: number; reason: string; at: number };

/** Entries that were set aside: what kept them from whom. Their rows stay, so that a replay can send them. */
export class AsideStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The oldest first. */
  all(): AsideRow[] {
    return this.#sql
      .exec<AsideRow>('select consumer, seq, reason, at from set_aside order by seq, consumer')
      .toArray();
  }

  count(consumer: AsideRow['consumer']): number {
    return this.#sql.exec('select 1 from set_aside where consumer = ?', consumer).toArray().length;
  }

  /** The first one from `from` on. */
  next(consumer: AsideRow['consumer'], from: number): number | undefined {
    return this.#sql
      .exec<{
        seq: number;
      }>('select seq from set_aside where consumer = ? and seq >= ? order by seq limit 1', consumer, from)
      .toArray()[0]?.seq;
  }

  save({ consumer, seq, reason, at }: AsideRow): void {
    this.#sql.exec(
      `insert into set_aside (consumer, seq, reason, at) values (?,?,?,?)
       on conflict do update set reason = excluded.reason, at = excluded.at`,
      consumer,
      seq,
      reason,
      at,
    );
  }

  clear({ consumer, seq }: Pick<AsideRow, 'consumer' | 'seq'>): void {
    this.#sql.exec('delete from set_aside where consumer = ? and seq = ?', consumer, seq);
  }
}
