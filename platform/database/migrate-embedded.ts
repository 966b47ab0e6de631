import type { Migration } from '../../db/migration.ts';

/** Brings an object's tables up to date. Each step and its record are one transaction, so a death leaves neither. */
export function migrateEmbedded(storage: DurableObjectStorage, migrations: readonly Migration[]): void {
  storage.sql.exec('create table if not exists migrations (number integer primary key)');
  const latest = Number(
    storage.sql.exec('select max(number) as latest from migrations').one()['latest'] ?? 0,
  );
  for (const { number, statements } of migrations) {
    if (number <= latest) continue;
    storage.transactionSync(() => {
      for (const statement of statements) storage.sql.exec(ddlForSqlite(statement));
      storage.sql.exec('insert into migrations (number) values (?)', number);
    });
  }
}

/** Whether this object was ever written to: one that was not is asked without making its tables. */
export function isMigrated(storage: DurableObjectStorage): boolean {
  const found = storage.sql.exec("select 1 from sqlite_master where type = 'table' and name = 'migrations'");
  return found.toArray().length > 0;
}

/** MySQL's DDL as SQLite takes it: without collations, and with the `if not exists` that MySQL's indexes lack. */
function ddlForSqlite(statement: string): string {
  return statement
    .replace(/\s+collate\s+\w+/gi, '')
    .replace(
      /^\s*create (unique )?index (?!if not exists)/i,
      (_, unique = '') => `create ${unique}index if not exists `,
    );
}
