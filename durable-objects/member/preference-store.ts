import type { Preferences } from '../../protocol/preferences.ts';

export interface PreferenceRow {
  readonly preferences: Preferences;
  readonly version: number;
}

/** SQL of what a person wishes of their clients: one row. */
export class PreferenceStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  read(): PreferenceRow {
    const row = this.#sql
      .exec<{ value: string; version: number }>('select value, version from preferences')
      .toArray()[0];
    return row === undefined
      ? { preferences: {}, version: 0 }
      : { preferences: JSON.parse(row.value) as Preferences, version: row.version };
  }

  save({ preferences, version }: PreferenceRow): void {
    this.#sql.exec(
      `insert into preferences (id, value, version) values (1,?,?)
       on conflict do update set value = excluded.value, version = excluded.version`,
      JSON.stringify(preferences),
      version,
    );
  }
}
