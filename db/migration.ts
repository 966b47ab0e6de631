/**
 * One step of a keyspace's schema, in MySQL's dialect and in the few words of it that SQLite also knows. Once
 * released it is never edited. Each is safe to run again: `if not exists`, or an index, whose second making is
 * skipped by who runs it.
 */
export interface Migration {
  readonly number: number;
  readonly statements: readonly string[];
}
