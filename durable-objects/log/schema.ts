/**
 * Numbered migrations of an object's tables: a list of statements, applied once and in order, each safe to run
 * again. They run with the first write, so that an object which was never created stays without a row when it
 * is called.
 */
export class Schema {
  readonly #storage: DurableObjectStorage;
  readonly #migrations: readonly string[];
  #version: number;

  constructor(storage: DurableObjectStorage, migrations: readonly string[]) {
    this.#storage = storage;
    this.#migrations = migrations;
    this.#version = this.#stored();
    // A newer version of the code meets an older object: brought up at once. It exists, so this is no first write.
    if (this.exists) this.ensure();
  }

  /** Whether anything was ever written: before that there is no table to read from. */
  get exists(): boolean {
    return this.#version > 0;
  }

  /** Before a write. */
  ensure(): void {
    // Older code that meets a newer object (a deploy taken back) leaves it as it is.
    if (this.#version >= this.#migrations.length) return;
    const { sql } = this.#storage;
    this.#storage.transactionSync(() => {
      sql.exec(
        'create table if not exists schema_version (id integer primary key check (id = 1), version integer)',
      );
      for (const statement of this.#migrations.slice(this.#version)) sql.exec(statement);
      sql.exec(
        'insert into schema_version (id, version) values (1, ?) on conflict do update set version = excluded.version',
        this.#migrations.length,
      );
    });
    this.#version = this.#migrations.length;
  }

  #stored(): number {
    const { sql } = this.#storage;
    const table = sql
      .exec("select 1 from sqlite_master where type = 'table' and name = 'schema_version'")
      .toArray();
    if (table.length === 0) return 0;
    return Number(sql.exec('select version from schema_version').one()['version']);
  }
}
