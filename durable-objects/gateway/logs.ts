import type { LogId } from '../../protocol/frames.ts';
import { isTeamId } from '../../protocol/ids.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import { Schema } from '../log/schema.ts';
import { Followed } from './followed.ts';
import type { Roster } from './followed.ts';
import { gatewayMigrations } from './schema.ts';

type HeadRow = { log: LogId; generation: string; head: number; ordinal: number; roster: string };

/** The logs that this gateway follows: in memory, and as rows for the next life. */
export class Logs {
  readonly #sql: SqlStorage;
  readonly #schema: Schema;
  readonly #logs = new Map<LogId, Followed>();
  readonly #logsOf = new Map<UserId, Set<LogId>>();

  constructor(storage: DurableObjectStorage) {
    this.#sql = storage.sql;
    this.#schema = new Schema(storage, gatewayMigrations);
    if (this.#schema.exists) this.#load(this.#rows('').map((row) => [row.log, followedOf(row)]));
  }

  get(logId: LogId): Followed | undefined {
    return this.#logs.get(logId);
  }

  /** The channels that a person is in, as far as this gateway was told. */
  channelsOf(userId: UserId): ChannelId[] {
    return [...(this.#logsOf.get(userId) ?? [])].filter((id): id is ChannelId => !isTeamId(id));
  }

  has(userId: UserId, logId: LogId): boolean {
    return this.#logsOf.get(userId)?.has(logId) ?? false;
  }

  /** A log that nobody of this shard is in or follows: both rows go. */
  drop(logId: LogId): void {
    if (this.#schema.exists) {
      this.#sql.exec('delete from heads where log = ?', logId);
      this.#sql.exec('delete from rosters where log = ?', logId);
    }
    this.#forget(logId);
  }

  /** Head and, where it changed, roster. */
  save(logId: LogId, followed: Followed): void {
    this.#schema.ensure();
    this.#sql.exec(
      `insert into heads (log, generation, head, ordinal) values (?,?,?,?)
       on conflict do update set generation = excluded.generation, head = excluded.head, ordinal = excluded.ordinal`,
      logId,
      followed.generation,
      followed.head,
      followed.ordinal,
    );
    if (followed.isRosterChanged) {
      this.#sql.exec(
        'insert into rosters (log, roster) values (?,?) on conflict do update set roster = excluded.roster',
        logId,
        JSON.stringify(followed.roster),
      );
      followed.isRosterChanged = false;
      this.#index(logId, followed);
    }
    this.#logs.set(logId, followed);
  }

  /** After a throw between hand-over and store: memory goes back to what the rows say. */
  reload(logId: LogId): void {
    this.#forget(logId);
    if (this.#schema.exists)
      this.#load(this.#rows('where log = ?', logId).map((row) => [row.log, followedOf(row)]));
  }

  #load(logs: [LogId, Followed][]): void {
    for (const [logId, followed] of logs) {
      this.#logs.set(logId, followed);
      this.#index(logId, followed);
    }
  }

  #index(logId: LogId, followed: Followed): void {
    for (const [userId, logs] of this.#logsOf) if (!followed.people.has(userId)) logs.delete(logId);
    for (const userId of followed.people.keys()) {
      const logs = this.#logsOf.get(userId) ?? new Set();
      logs.add(logId);
      this.#logsOf.set(userId, logs);
    }
  }

  #forget(logId: LogId): void {
    this.#logs.delete(logId);
    for (const logs of this.#logsOf.values()) logs.delete(logId);
  }

  #rows(where: string, ...bindings: string[]): HeadRow[] {
    return this.#sql
      .exec<HeadRow>(
        `select log, generation, head, ordinal, roster from heads join rosters using (log) ${where}`,
        ...bindings,
      )
      .toArray();
  }
}

const followedOf = (row: HeadRow): Followed =>
  new Followed(row.generation, row.head, row.ordinal, JSON.parse(row.roster) as Roster);
