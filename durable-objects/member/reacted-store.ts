import type { ChannelId } from '../../protocol/ids.ts';
import type { ReactedPlace } from '../../protocol/objects/saving.ts';

export type ReactedRow = {
  channel: ChannelId;
  /** Of the message. */
  seq: number;
  /** Microseconds. */
  at: number;
  /** Whether a reaction of the person stands on it. One that was taken back keeps its row, with `rev`. */
  holds: 0 | 1;
  /** The channel's head when the delivery was read. */
  rev: number;
};

/** SQL of a copy: where the person reacted. No index but its key: a reaction is one row, and a list reads all. */
export class ReactedStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** What a newer delivery said stays, and what is so already is not written again. */
  save({ channel, seq, at, holds, rev }: ReactedRow): void {
    this.#sql.exec(
      `insert into reacted (channel, seq, at, holds, rev) values (?,?,?,?,?)
       on conflict do update set at = excluded.at, holds = excluded.holds, rev = excluded.rev
       where excluded.rev >= reacted.rev and (excluded.at <> reacted.at or excluded.holds <> reacted.holds)`,
      channel,
      seq,
      at,
      holds,
      rev,
    );
  }

  channels(): ChannelId[] {
    return this.#sql
      .exec<{ channel: ChannelId }>('select distinct channel from reacted where holds = 1')
      .toArray()
      .map(({ channel }) => channel);
  }

  count(channelIds: readonly ChannelId[]): number {
    return this.#sql
      .exec<{ count: number }>(
        `select count(*) as count from reacted
         where holds = 1 and channel in (select value from json_each(?))`,
        JSON.stringify(channelIds),
      )
      .one().count;
  }

  page(
    channelIds: readonly ChannelId[],
    after: ReactedPlace | undefined,
    skip: number,
    limit: number,
  ): ReactedPlace[] {
    return this.#sql
      .exec<Pick<ReactedRow, 'at' | 'channel' | 'seq'>>(
        `select at, channel, seq from reacted
         where holds = 1 and channel in (select value from json_each(?)) and (at, channel, seq) < (?, ?, ?)
         order by at desc, channel desc, seq desc limit ? offset ?`,
        JSON.stringify(channelIds),
        after?.at ?? Number.MAX_SAFE_INTEGER,
        after?.channelId ?? '',
        after?.seq ?? 0,
        limit,
        skip,
      )
      .toArray()
      .map(({ at, channel, seq }) => ({ at, channelId: channel, seq }));
  }
}
