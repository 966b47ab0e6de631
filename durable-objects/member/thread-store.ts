import type { ChannelId } from '../../protocol/ids.ts';
import type { ThreadMark } from '../../protocol/objects/reading.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

export type ThreadRow = {
  channel: ChannelId;
  thread_ts: Timestamp;
  state: 'following' | 'unfollowed';
  /** The channel's `seq` at which the state was decided: older reasons to follow change nothing. */
  seq: number;
  mark_ordinal: number;
  mark_ts: Timestamp;
  is_marked_unread: number;
  version: number;
};

/** SQL of the threads that a person follows, followed, or wants to hear nothing of. */
export class ThreadStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  get(channel: ChannelId, threadTs: Timestamp): ThreadRow | undefined {
    return this.#rows('where channel = ? and thread_ts = ?', channel, threadTs)[0];
  }

  among(channel: ChannelId, threads: readonly Timestamp[]): ThreadRow[] {
    return this.#rows(
      'where channel = ? and thread_ts in (select value from json_each(?))',
      channel,
      JSON.stringify(threads),
    );
  }

  followed(limit: number): ThreadRow[] {
    return this.#rows("where state = 'following' order by version desc limit ?", limit);
  }

  changedAfter(version: number): ThreadRow[] {
    return this.#rows('where version > ? order by version', version);
  }

  newestVersion(): number {
    return this.#sql
      .exec<{ version: number }>('select coalesce(max(version), 0) as version from threads')
      .one().version;
  }

  save(row: ThreadRow): void {
    this.#sql.exec(
      `insert into threads (channel, thread_ts, state, seq, mark_ordinal, mark_ts, is_marked_unread, version)
       values (?,?,?,?,?,?,?,?)
       on conflict do update set state = excluded.state, seq = excluded.seq, mark_ordinal = excluded.mark_ordinal,
         mark_ts = excluded.mark_ts, is_marked_unread = excluded.is_marked_unread, version = excluded.version`,
      row.channel,
      row.thread_ts,
      row.state,
      row.seq,
      row.mark_ordinal,
      row.mark_ts,
      row.is_marked_unread,
      row.version,
    );
  }

  deleteOf(channel: ChannelId): void {
    this.#sql.exec('delete from threads where channel = ?', channel);
  }

  #rows(where: string, ...bindings: (string | number)[]): ThreadRow[] {
    return this.#sql.exec<ThreadRow>(`select * from threads ${where}`, ...bindings).toArray();
  }
}

export const markOf = (row: Omit<ThreadRow, 'version'>): ThreadMark => ({
  channelId: row.channel,
  threadTs: row.thread_ts,
  isFollowing: row.state === 'following',
  markOrdinal: row.mark_ordinal,
  markTs: row.mark_ts,
  isMarkedUnread: row.is_marked_unread === 1,
});
