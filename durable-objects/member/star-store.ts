import type { ChannelId } from '../../protocol/ids.ts';
import type { Star } from '../../protocol/objects/saving.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** `seq` 0 is the conversation itself; one that was taken back keeps its row, so that sockets are told of it. */
export type StarRow = {
  channel: ChannelId;
  seq: number;
  ts: Timestamp | '';
  created: number;
  deleted: 0 | 1;
  version: number;
};

/** SQL of what a person starred. */
export class StarStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  bySeq(channel: ChannelId, seq: number): StarRow | undefined {
    return this.#rows('where channel = ? and seq = ?', channel, seq)[0];
  }

  byTs(channel: ChannelId, ts: Timestamp | ''): StarRow | undefined {
    return this.#rows('where channel = ? and ts = ?', channel, ts)[0];
  }

  standing(): StarRow[] {
    return this.#rows('where deleted = 0 order by version desc');
  }

  among(channel: ChannelId, seqs: readonly number[]): number[] {
    return this.#rows(
      'where channel = ? and deleted = 0 and seq in (select value from json_each(?))',
      channel,
      JSON.stringify(seqs),
    ).map(({ seq }) => seq);
  }

  changedAfter(version: number): StarRow[] {
    return this.#rows('where version > ? order by version', version);
  }

  newestVersion(): number {
    return this.#sql.exec<{ version: number }>('select coalesce(max(version), 0) as version from stars').one()
      .version;
  }

  save(row: StarRow): void {
    this.#sql.exec(
      `insert into stars (channel, seq, ts, created, deleted, version) values (?,?,?,?,?,?)
       on conflict do update set created = excluded.created, deleted = excluded.deleted,
         version = excluded.version`,
      row.channel,
      row.seq,
      row.ts,
      row.created,
      row.deleted,
      row.version,
    );
  }

  #rows(where: string, ...bindings: (string | number)[]): StarRow[] {
    return this.#sql.exec<StarRow>(`select * from stars ${where}`, ...bindings).toArray();
  }
}

export const starOf = ({ channel, seq, ts, created, deleted, version }: StarRow): Star => ({
  channelId: channel,
  ...(ts === '' ? {} : { message: { seq, ts } }),
  created,
  version,
  isStarred: deleted === 0,
});
