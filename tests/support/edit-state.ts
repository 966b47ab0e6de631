import { copyFileSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { House } from './house.ts';

/**
 * Runs a statement on every stored object of a class while the house is down: how tests make what only
 * time would make. Tables that an object does not have are passed over.
 * @returns how many rows changed
 */
export async function editState(
  house: House,
  className: string,
  edits: readonly { readonly sql: string; readonly values: readonly (string | number)[] }[],
): Promise<number> {
  await house.stop();
  let changes = 0;
  for (const file of databasesOf(house.dataDir, className)) {
    const database = new DatabaseSync(file);
    for (const { sql, values } of edits) {
      const table = /^(?:update|delete from)\s+(\w+)/i.exec(sql)?.[1] ?? '';
      const found = database.prepare('select 1 from sqlite_master where name = ?').get(table);
      if (found !== undefined) changes += Number(database.prepare(sql).run(...values).changes);
    }
    database.close();
  }
  await house.restart();
  return changes;
}

/** What every stored object of a class answers to a query, read from copies, so that a house that died stays as it fell. */
export function readState(
  { dataDir }: House,
  className: string,
  sql: string,
  values: readonly (string | number)[],
): Record<string, unknown>[] {
  const folder = mkdtempSync(join(dataDir, 'copy-'));
  return databasesOf(dataDir, className).flatMap((file) => {
    const copy = join(folder, basename(file));
    for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    const database = new DatabaseSync(copy);
    try {
      return database.prepare(sql).all(...values);
    } finally {
      database.close();
    }
  });
}

function databasesOf(dataDir: string, className: string): string[] {
  const root = join(dataDir, 'do');
  const folders = existsSync(root) ? readdirSync(root).filter((name) => name.endsWith(`-${className}`)) : [];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
      .map((name) => join(root, folder, name)),
  );
}
