import type { UserId } from '../../protocol/ids.ts';
import type { Tables } from './tables.ts';

/** `hash` of its own picture, or `alias`: the name that it stands for. `created` in seconds. */
export type EmojiRow = {
  readonly name: string;
  readonly hash: string | null;
  readonly alias: string | null;
  readonly creator: UserId;
  readonly created: number;
};

/** SQL of custom emoji. */
export class EmojiStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  byName(name: string): EmojiRow | undefined {
    return this.#tables.first<EmojiRow>('select * from emoji where name = ?', name);
  }

  page(after: string, limit: number): EmojiRow[] {
    return this.#tables.all<EmojiRow>(
      'select * from emoji where name > ? order by name limit ?',
      after,
      limit,
    );
  }

  aliasesOf(name: string): string[] {
    return this.#tables
      .all<{ name: string }>('select name from emoji where alias = ? order by name', name)
      .map((row) => row.name);
  }

  count(): number {
    return this.#tables.first<{ count: number }>('select count(*) as count from emoji')?.count ?? 0;
  }

  insert({ name, hash, alias, creator, created }: EmojiRow): void {
    this.#tables.write(
      'insert into emoji (name, hash, alias, creator, created) values (?,?,?,?,?)',
      name,
      hash,
      alias,
      creator,
      created,
    );
  }

  /** With its aliases. */
  remove(name: string): void {
    this.#tables.write('delete from emoji where name = ? or alias = ?', name, name);
  }

  rename(name: string, newName: string): void {
    this.#tables.write('update emoji set name = ? where name = ?', newName, name);
    this.#tables.write('update emoji set alias = ? where alias = ?', newName, name);
  }
}
