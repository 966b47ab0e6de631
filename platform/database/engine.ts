export type SqliteValue = string | number | null | ArrayBuffer;

interface SqliteResult {
  readonly columns: readonly string[];
  readonly rows: SqliteValue[][];
  /** Rows that an insert, update or delete changed; indexes do not count. */
  readonly changes: number;
}

/** What the embedded database asks of an SQLite. */
export interface SqliteEngine {
  exec(query: string, params: readonly SqliteValue[]): SqliteResult;
  transaction<T>(run: () => Promise<T>): Promise<T>;
}

/** The SQLite of a Durable Object. */
export function engineOf(storage: DurableObjectStorage): SqliteEngine {
  return {
    exec(query, params) {
      const cursor = storage.sql.exec(query, ...params);
      const rows = [...cursor.raw<SqliteValue[]>()];
      return { columns: cursor.columnNames, rows, changes: isWrite(query) ? changes(storage) : 0 };
    },
    // Rolls back when `run` throws; other events of the object wait until it ends.
    transaction: (run) => storage.transaction(run),
  };
}

const isWrite = (query: string): boolean => /^\s*(insert|update|delete)\b/i.test(query);

// The cursor's own rowsWritten counts index entries too.
function changes(storage: DurableObjectStorage): number {
  return Number(storage.sql.exec('select changes() as changes').one()['changes']);
}
