import type { ChannelKind, ChannelSummary } from '../../protocol/channel-summary.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { ChannelsQuery } from '../../protocol/objects/directory.ts';
import type { Tables } from './tables.ts';

export interface ChannelRow {
  readonly id: ChannelId;
  /** One that was settled as never to be has no row: its name is free again. */
  readonly state: 'reserved' | 'open';
  readonly kind: ChannelKind;
  readonly name: string | undefined;
  readonly key: string | undefined;
  readonly isGeneral: boolean;
  readonly creator: UserId;
  /** Its maker was not told yet that it is there. */
  readonly unanswered: boolean;
  readonly summary: ChannelSummary | undefined;
  readonly tries: number;
}

type Stored = {
  id: ChannelId;
  state: 'reserved' | 'open';
  kind: ChannelKind;
  name: string | null;
  key: string | null;
  is_general: number;
  creator: UserId;
  unanswered: number;
  summary: string | null;
  tries: number;
};

export type Reservation = Pick<ChannelRow, 'id' | 'kind' | 'name' | 'key' | 'isGeneral' | 'creator'> & {
  readonly due: number;
};

/** SQL of the names, the direct channels' keys, and the copies of summaries. */
export class ChannelsStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  byId(id: ChannelId): ChannelRow | undefined {
    return this.#where('id = ?', id)[0];
  }

  byName(name: string): ChannelRow | undefined {
    return this.#where('name = ?', name)[0];
  }

  byKey(key: string): ChannelRow | undefined {
    return this.#where('key = ?', key)[0];
  }

  summaries(ids: readonly ChannelId[]): Map<ChannelId, ChannelSummary> {
    const rows = this.#where(
      "state = 'open' and id in (select value from json_each(?))",
      JSON.stringify(ids),
    );
    return new Map(summariesOf(rows).map((summary) => [summary.id, summary]));
  }

  list(query: ChannelsQuery): ChannelSummary[] {
    const own = 'id in (select value from json_each(?))';
    const rows = this.#where(
      `id > ? and state = 'open' and kind in (select value from json_each(?))
         and (is_archived = 0 or ? = 0)
         and ((kind = 'public' and ? = 0) or ${own})
       order by id limit ?`,
      query.after ?? '',
      JSON.stringify(query.kinds),
      query.excludeArchived ? 1 : 0,
      query.publicOnlyIfMember ? 1 : 0,
      JSON.stringify(query.memberOf),
      query.limit,
    );
    return summariesOf(rows);
  }

  reserve({ id, kind, name, key, isGeneral, creator, due }: Reservation): void {
    this.#tables.write(
      `insert into channels (id, state, kind, name, key, is_general, creator, unanswered, due)
       values (?,'reserved',?,?,?,?,?,?,?)`,
      id,
      kind,
      name ?? null,
      key ?? null,
      isGeneral ? 1 : 0,
      creator,
      // Only of a name does somebody wait to be told that it is theirs.
      name !== undefined && !isGeneral ? 1 : 0,
      due,
    );
  }

  /** An older summary changes nothing. */
  saveSummary(summary: ChannelSummary): void {
    this.#tables.write(
      `update channels set state = 'open', kind = ?, summary = ?, is_archived = ?, rev = ?
       where id = ? and (rev < ? or state = 'reserved')`,
      summary.kind,
      JSON.stringify(summary),
      summary.isArchived ? 1 : 0,
      summary.rev,
      summary.id,
      summary.rev,
    );
  }

  saveName(id: ChannelId, name: string): void {
    this.#tables.write('update channels set name = ? where id = ?', name, id);
  }

  saveAnswered(id: ChannelId): void {
    this.#tables.write('update channels set unanswered = 0 where id = ? and unanswered = 1', id);
  }

  release(id: ChannelId): void {
    this.#tables.write("delete from channels where id = ? and state = 'reserved'", id);
  }

  delete(id: ChannelId): void {
    this.#tables.write('delete from channels where id = ?', id);
  }

  postpone(id: ChannelId, due: number, tries: number): void {
    this.#tables.write('update channels set due = ?, tries = ? where id = ?', due, tries, id);
  }

  /** Those that are due by now, or were set for a time after `latestMs`. */
  due(nowMs: number, latestMs: number, limit: number): ChannelRow[] {
    const condition = "state = 'reserved' and (due <= ? or due > ?) order by due limit ?";
    return this.#where(condition, nowMs, latestMs, limit);
  }

  firstDueAt(): number | undefined {
    const query = "select min(due) as due from channels where state = 'reserved'";
    return this.#tables.first<{ due: number | null }>(query)?.due ?? undefined;
  }

  #where(condition: string, ...bindings: (string | number)[]): ChannelRow[] {
    return this.#tables.all<Stored>(`select * from channels where ${condition}`, ...bindings).map(channelOf);
  }
}

const summariesOf = (rows: readonly ChannelRow[]): ChannelSummary[] =>
  rows.map(({ summary }) => summary).filter((summary) => summary !== undefined);

const channelOf = (row: Stored): ChannelRow => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  name: row.name ?? undefined,
  key: row.key ?? undefined,
  isGeneral: row.is_general === 1,
  creator: row.creator,
  unanswered: row.unanswered === 1,
  summary: row.summary === null ? undefined : (JSON.parse(row.summary) as ChannelSummary),
  tries: row.tries,
});
