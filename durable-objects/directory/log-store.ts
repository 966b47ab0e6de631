import type { WorkspaceRules } from '../../protocol/message-rules.ts';
import type { DurableEventName, Events } from '../../protocol/events.ts';
import type { ChannelId, TeamId, UserId } from '../../protocol/ids.ts';
import type { Tables } from './tables.ts';

/** What a workspace is. One row; it changes seldom. */
export interface TeamFacts {
  readonly id: TeamId;
  readonly name: string;
  readonly domain: string;
  /** Seconds. */
  readonly created: number;
  readonly generalId: ChannelId;
  readonly founder: UserId;
  readonly shards: { readonly count: number; readonly epoch: number };
  /** Another generation is another log: a restored backup gets a new one. */
  readonly generation: string;
  /** Those that were set; the others are the usual ones. */
  readonly rules?: Partial<WorkspaceRules>;
  /** The hash of its picture. */
  readonly icon?: string;
  /** The Store does not have this name yet. */
  readonly nameOwed?: { readonly due: number; readonly tries: number };
}

/** The events of the workspace's log: those that are no channel's. */
export type EntryKind = {
  [Name in DurableEventName]: Events[Name]['audience'] extends 'channel' ? never : Name;
}[DurableEventName];
/** `subject` is the row that the entry names; `at` in microseconds; `detail` is what no row keeps. */
export type EntryRow = {
  seq: number;
  kind: EntryKind;
  subject: string;
  at: number;
  cursors: string;
  detail: string | null;
};

const columns = 'seq, kind, subject, at, cursors, detail from entries left join entry_details using (seq)';

/** SQL of the team's row, the log and its gateways. */
export class LogStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  team(): TeamFacts | undefined {
    const row = this.#tables.first<{ facts: string }>('select facts from team');
    return row && (JSON.parse(row.facts) as TeamFacts);
  }

  insertTeam(facts: TeamFacts): void {
    this.#tables.write('insert into team (id, facts) values (1, ?)', JSON.stringify(facts));
  }

  saveTeam(facts: TeamFacts): void {
    this.#tables.write('update team set facts = ? where id = 1', JSON.stringify(facts));
  }

  newest(): EntryRow | undefined {
    return this.#tables.first<EntryRow>(`select ${columns} order by seq desc limit 1`);
  }

  entries(from: number, limit: number): EntryRow[] {
    return this.#tables.all<EntryRow>(`select ${columns} where seq >= ? order by seq limit ?`, from, limit);
  }

  insert(row: EntryRow): void {
    this.#tables.write(
      'insert into entries (seq, kind, subject, at, cursors) values (?,?,?,?,?)',
      row.seq,
      row.kind,
      row.subject,
      row.at,
      row.cursors,
    );
    if (row.detail === null) return;
    this.#tables.write('insert into entry_details (seq, detail) values (?,?)', row.seq, row.detail);
  }

  gateways(): { shard: number; cursor: number }[] {
    return this.#tables.all<{ shard: number; cursor: number }>('select shard, cursor from gateways');
  }

  openGateway(shard: number, cursor: number): void {
    this.#tables.write(
      'insert into gateways (shard, cursor) values (?,?) on conflict do nothing',
      shard,
      cursor,
    );
  }
}
