import type { ChannelId } from '../../protocol/ids.ts';
import type { Tables } from './tables.ts';

/** A name that is taken for a channel which may not have it yet. `number` rises with each of a channel's. */
export type RenameRow = { channel: ChannelId; name: string; number: number; due: number; tries: number };

/** SQL of the names that are being changed. */
export class RenamesStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  of(channel: ChannelId): RenameRow | undefined {
    return this.#tables.first<RenameRow>(
      'select * from renames where channel = ? and name is not null',
      channel,
    );
  }

  byName(name: string): RenameRow | undefined {
    return this.#tables.first<RenameRow>('select * from renames where name = ?', name);
  }

  reserve(channel: ChannelId, name: string, due: number): void {
    this.#tables.write(
      `insert into renames (channel, name, number, due, tries) values (?,?,1,?,0)
       on conflict do update set name = excluded.name, number = number + 1, due = excluded.due, tries = 0`,
      channel,
      name,
      due,
    );
  }

  /** The number stays: the next one is above it. */
  clear(channel: ChannelId): void {
    this.#tables.write('update renames set name = null where channel = ?', channel);
  }

  forget(channel: ChannelId): void {
    this.#tables.write('delete from renames where channel = ?', channel);
  }

  postpone(channel: ChannelId, due: number, tries: number): void {
    this.#tables.write('update renames set due = ?, tries = ? where channel = ?', due, tries, channel);
  }

  /** Those that are due by now, or were set for a time after `latestMs`. */
  due(nowMs: number, latestMs: number, limit: number): RenameRow[] {
    return this.#tables.all<RenameRow>(
      'select * from renames where name is not null and (due <= ? or due > ?) order by due limit ?',
      nowMs,
      latestMs,
      limit,
    );
  }

  firstDueAt(): number | undefined {
    const query = 'select min(due) as due from renames where name is not null';
    return this.#tables.first<{ due: number | null }>(query)?.due ?? undefined;
  }
}
