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
}

export type EntryKind = 'team_join' | 'user_change' | 'channel_created';
/** `subject` is the person or channel whose row the entry names; `at` in microseconds. */
export type EntryRow = { seq: number; kind: EntryKind; subject: string; at: number; cursors: string };

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

  newest(): EntryRow | undefined {
    return this.#tables.first<EntryRow>('select * from entries order by seq desc limit 1');
  }

  entries(from: number, limit: number): EntryRow[] {
    return this.#tables.all<EntryRow>(
      'select * from entries where seq >= ? order by seq limit ?',
      from,
      limit,
    );
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
