import type { BookmarkId, UserId } from '../../protocol/ids.ts';

/** `created` and `updated` are seconds; `updated` is 0 before the first change. */
export type BookmarkRow = {
  id: BookmarkId;
  title: string;
  link: string;
  emoji: string;
  place: number;
  created: number;
  updated: number;
  updated_by: UserId;
  rev: number;
  deleted: number;
};

const columns = 'id, title, link, emoji, place, created, updated, updated_by, rev, deleted';

/** SQL of a channel's bookmarks. */
export class BookmarkStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  byId(id: string): BookmarkRow | undefined {
    return this.#rows('id = ?', id)[0];
  }

  /** In the order in which they were added. */
  standing(): BookmarkRow[] {
    return this.#rows('deleted = 0 order by place');
  }

  save(row: BookmarkRow): void {
    this.#sql.exec(
      `insert into bookmarks (${columns}) values (?,?,?,?,?,?,?,?,?,?)
       on conflict do update set title = excluded.title, link = excluded.link, emoji = excluded.emoji,
         updated = excluded.updated, updated_by = excluded.updated_by, rev = excluded.rev,
         deleted = excluded.deleted`,
      row.id,
      row.title,
      row.link,
      row.emoji,
      row.place,
      row.created,
      row.updated,
      row.updated_by,
      row.rev,
      row.deleted,
    );
  }

  #rows(where: string, ...bindings: string[]): BookmarkRow[] {
    return this.#sql
      .exec<BookmarkRow>(`select ${columns} from bookmarks where ${where}`, ...bindings)
      .toArray();
  }
}
