import { Client, type ExecutedQuery, type Transaction } from '@planetscale/database';
import { toDatabaseError } from './database-error.ts';
import type { SqliteEngine, SqliteValue } from './engine.ts';

interface Options {
  readonly as?: 'object' | 'array';
}

/** PlanetScale's client, answered by an SQLite in this isolate. */
export class EmbeddedClient extends Client {
  readonly #engine: SqliteEngine;

  constructor(engine: SqliteEngine) {
    super({ host: 'embedded.invalid' });
    this.#engine = engine;
  }

  // A promise though nothing is awaited: the driver's interface.
  // oxlint-disable-next-line typescript/require-await
  override async execute<Row>(
    query: string,
    params: Record<string, unknown> | unknown[] | null = null,
    { as = 'object' }: Options = {},
  ): Promise<ExecutedQuery<Row>> {
    const started = Date.now();
    try {
      const values = Array.isArray(params) ? params.map(toSqlite) : [];
      const { columns, rows, changes } = this.#engine.exec(query, values);
      const objects = () => rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
      return {
        headers: [...columns],
        types: {},
        fields: [],
        // Which of the two the caller reads is what it asked for by `as`.
        rows: (as === 'array' ? rows : objects()) as Row[],
        size: rows.length,
        statement: query,
        rowsAffected: changes,
        // Auto-increment is banned (banned-constructs.test.ts): nobody reads it.
        insertId: '0',
        time: Date.now() - started,
      };
    } catch (error) {
      throw toDatabaseError(error);
    }
  }

  override transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    // A transaction here is the object's own, whatever statement runs meanwhile; the driver calls only `execute` of it.
    return this.#engine.transaction(() => run(this as unknown as Transaction));
  }
}

/** Drizzle's values for MySQL as SQLite takes them: it has no booleans, no dates, and rounds what is above 2^53. */
function toSqlite(value: unknown): SqliteValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || value instanceof ArrayBuffer) return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', '');
  throw new TypeError('a parameter is neither text, number, boolean, date nor bytes');
}
