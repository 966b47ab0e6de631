import type { Schema } from '../log/schema.ts';

type Values = Record<string, SqlStorageValue>;

/** SQL of an object that may never have been created: reading it then finds nothing, and writes nothing. */
export class Tables {
  readonly #sql: SqlStorage;
  readonly #schema: Schema;

  constructor(sql: SqlStorage, schema: Schema) {
    this.#sql = sql;
    this.#schema = schema;
  }

  all<Row extends Values>(query: string, ...bindings: SqlStorageValue[]): Row[] {
    return this.#schema.exists ? this.#sql.exec<Row>(query, ...bindings).toArray() : [];
  }

  first<Row extends Values>(query: string, ...bindings: SqlStorageValue[]): Row | undefined {
    return this.all<Row>(query, ...bindings)[0];
  }

  write(statement: string, ...bindings: SqlStorageValue[]): void {
    this.#sql.exec(statement, ...bindings);
  }
}
