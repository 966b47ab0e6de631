import type { ChannelId, ScheduledMessageId } from '../../protocol/ids.ts';
import type { PostCommand } from '../../protocol/objects/channel.ts';
import type { ScheduledMessage, ScheduledPlace } from '../../protocol/objects/scheduling.ts';

type Stored = {
  number: number;
  id: ScheduledMessageId;
  channel: ChannelId;
  post_at: number;
  created: number;
  command: string;
  failure: string | null;
};

/** As it is stored: `number` rises in the order of scheduling. */
export interface ScheduledRow extends ScheduledMessage {
  readonly number: number;
}

/** SQL of messages that are to be posted. Times in seconds. */
export class ScheduledStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  insert({ id, channelId, postAt, created, command }: ScheduledMessage): void {
    this.#sql.exec(
      'insert into scheduled (id, channel, post_at, created, command) values (?,?,?,?,?)',
      id,
      channelId,
      postAt,
      created,
      JSON.stringify(command),
    );
  }

  byId(id: ScheduledMessageId): ScheduledRow | undefined {
    return this.#rows('where id = ?', id)[0];
  }

  /** Of one channel, the next that is to be posted. */
  next(channelId: ChannelId): ScheduledRow | undefined {
    return this.#rows('where failure is null and channel = ? order by post_at, number limit 1', channelId)[0];
  }

  /** When the next one is due, in these channels or, with `not`, in all but these. */
  firstAt(channels: readonly ChannelId[], not = false): number | undefined {
    const row = this.#sql
      .exec<{ post_at: number }>(
        `select post_at from scheduled
         where failure is null and channel ${not ? 'not in' : 'in'} (select value from json_each(?))
         order by post_at limit 1`,
        JSON.stringify(channels),
      )
      .toArray()[0];
    return row?.post_at;
  }

  channelsDue(at: number): ChannelId[] {
    return this.#sql
      .exec<{ channel: ChannelId }>(
        'select distinct channel from scheduled where failure is null and post_at <= ?',
        at,
      )
      .toArray()
      .map(({ channel }) => channel);
  }

  /** Of one channel, when those that are still to come between these times are, all but one. */
  timesBetween(
    channelId: ChannelId,
    from: number,
    to: number,
    but: ScheduledMessageId | undefined,
  ): number[] {
    return this.#sql
      .exec<{ post_at: number }>(
        `select post_at from scheduled
         where failure is null and post_at between ? and ? and channel = ? and id is not ?`,
        from,
        to,
        channelId,
        but ?? null,
      )
      .toArray()
      .map(({ post_at: at }) => at);
  }

  page(query: {
    readonly channelId: ChannelId | undefined;
    readonly oldest: number;
    readonly latest: number;
    readonly after: ScheduledPlace;
    readonly limit: number;
  }): ScheduledRow[] {
    return this.#rows(
      `where (post_at, number) > (?, ?) and post_at between ? and ? and channel = coalesce(?, channel)
       order by post_at, number limit ?`,
      query.after.postAt,
      query.after.number,
      query.oldest,
      query.latest,
      query.channelId ?? null,
      query.limit,
    );
  }

  move(id: ScheduledMessageId, postAt: number): void {
    this.#sql.exec('update scheduled set post_at = ?, failure = null where id = ?', postAt, id);
  }

  saveFailure(id: ScheduledMessageId, failure: string): void {
    this.#sql.exec('update scheduled set failure = ? where id = ?', failure, id);
  }

  delete(id: ScheduledMessageId): void {
    this.#sql.exec('delete from scheduled where id = ?', id);
  }

  deleteFailedBefore(at: number): void {
    this.#sql.exec('delete from scheduled where failure is not null and post_at < ?', at);
  }

  deleteAll(): void {
    this.#sql.exec('delete from scheduled');
  }

  #rows(where: string, ...bindings: (string | number | null)[]): ScheduledRow[] {
    return this.#sql
      .exec<Stored>(
        `select number, id, channel, post_at, created, command, failure from scheduled ${where}`,
        ...bindings,
      )
      .toArray()
      .map(rowOf);
  }
}

const rowOf = ({ number, id, channel, post_at, created, command, failure }: Stored): ScheduledRow => ({
  number,
  id,
  channelId: channel,
  postAt: post_at,
  created,
  command: JSON.parse(command) as PostCommand,
  ...(failure === null ? {} : { failure }),
});
