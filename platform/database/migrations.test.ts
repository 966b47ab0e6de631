/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { getTableConfig } from 'drizzle-orm/mysql-core';
import { expect, test } from 'vitest';
import { accountsMigrations } from '../../db/accounts/migrations.ts';
import { accountsSchema } from '../../db/accounts/schema.ts';
import type { Env } from '../env.ts';
import { isMigrated, migrateEmbedded } from './migrate-embedded.ts';

declare global {
  interface ImportMeta {
    /** Vite's: the text of files, at build time. */
    glob(
      patterns: string[],
      options: { query: '?raw'; import: 'default'; eager: true },
    ): Record<string, string>;
  }
}

const vschemas = import.meta.glob(['../../db/*/vschema.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const tables = Object.values(accountsSchema).map(getTableConfig);

const inStorage = (run: (storage: DurableObjectStorage) => void) => async () => {
  const { STORE } = env as unknown as Env;
  const stub = STORE.get(STORE.newUniqueId());
  await runInDurableObject(stub, (_, { storage }: DurableObjectState) => run(storage));
};

test(
  'the migrations make the columns and keys that the tables name',
  inStorage((storage) => {
    migrateEmbedded(storage, accountsMigrations);
    for (const { name, columns, indexes, uniqueConstraints, primaryKeys } of tables) {
      const made = storage.sql.exec(`select * from pragma_table_info('${name}')`).toArray();
      const key = new Set(primaryKeys.flatMap((composite) => composite.columns.map((column) => column.name)));
      const named = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().replace(/ collate .*/, ''),
        notnull: column.notNull ? 1 : 0,
        pk: column.primary || key.has(column.name),
      }));
      expect(
        made.map((column) => ({
          name: column['name'],
          type: typeof column['type'] === 'string' ? column['type'].toLowerCase() : undefined,
          notnull: column['notnull'],
          pk: column['pk'] !== 0,
        })),
      ).toEqual(named);
      const uniques = columns.filter(({ isUnique }) => isUnique).length + uniqueConstraints.length + 1;
      const keys = storage.sql.exec(`select * from pragma_index_list('${name}')`).toArray();
      expect([name, keys.length]).toEqual([name, indexes.length + uniques]);
    }
  }),
);

test(
  'a migration runs once, and does no harm when it runs again',
  inStorage((storage) => {
    expect(isMigrated(storage)).toBe(false);
    migrateEmbedded(storage, accountsMigrations);
    expect(isMigrated(storage)).toBe(true);
    migrateEmbedded(storage, accountsMigrations);
    storage.sql.exec(
      "insert into workspaces (team_id, name, domain, created_at) values ('T1', 'Acme', 'acme', '2026-11-24')",
    );
    storage.sql.exec('delete from migrations');
    migrateEmbedded(storage, accountsMigrations);
    expect(storage.sql.exec('select name from workspaces').toArray()).toEqual([{ name: 'Acme' }]);
  }),
);

test(
  'a step that fails leaves nothing of itself',
  inStorage((storage) => {
    const statements = ['create table if not exists half (id int)', 'create nonsense'];
    expect(() => migrateEmbedded(storage, [{ number: 1, statements }])).toThrow();
    expect(storage.sql.exec("select * from sqlite_master where name = 'half'").toArray()).toEqual([]);
    migrateEmbedded(storage, [{ number: 1, statements: statements.slice(0, 1) }]);
    expect(storage.sql.exec('select * from half').toArray()).toEqual([]);
  }),
);

test('each keyspace’s vschema names its tables', () => {
  const [vschema = '{}'] = Object.values(vschemas);
  expect(Object.keys(vschemas)).toEqual(['../../db/accounts/vschema.json']);
  const { tables: named } = JSON.parse(vschema) as { tables: object };
  expect(Object.keys(named).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});
