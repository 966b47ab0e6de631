/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq, sql } from 'drizzle-orm';
import { bigint, boolean, int, mysqlTable, primaryKey, text } from 'drizzle-orm/mysql-core';
import { expect, test } from 'vitest';
import { key, moment } from '../../db/columns.ts';
import type { Env } from '../env.ts';
import { isDuplicateKey } from './database-error.ts';
import { embedded } from './embedded.ts';
import { engineOf } from './engine.ts';
import { migrateEmbedded } from './migrate-embedded.ts';
import type { Database } from './port.ts';

const tasks = mysqlTable('tasks', {
  id: key('id').primaryKey(),
  title: text('title').notNull(),
  isDone: boolean('is_done').notNull().default(false),
  weight: int('weight').default(7),
  label: text('label').default(sql`('plain')`),
  note: text('note'),
  rev: int('rev')
    .notNull()
    .$defaultFn(() => 40 + 2),
  dueAt: moment('due_at'),
  bytes: bigint('bytes', { mode: 'bigint' }),
});
const marks = mysqlTable('marks', { a: int('a'), b: int('b'), value: int('value').notNull() }, (table) => [
  primaryKey({ columns: [table.a, table.b] }),
]);
const schema = { tasks, marks };
const statements = [
  `create table if not exists tasks (id varchar(64) collate utf8mb4_0900_bin not null, title text not null,
    is_done boolean not null default false, weight int default 7, label text default ('plain'), note text, rev int not null,
    due_at datetime(3), bytes bigint, constraint tasks_id primary key(id))`,
  'create index tasks_title on tasks (title)',
  'create table if not exists marks (a int, b int, value int not null, constraint marks_key primary key(a, b))',
];

interface World {
  readonly db: Database<typeof schema>;
  /** What Drizzle handed to the engine, in order. */
  readonly queries: string[];
}

const inDatabase = (run: (world: World) => Promise<void>) => async () => {
  const { STORE } = env as unknown as Env;
  await runInDurableObject(STORE.get(STORE.newUniqueId()), async (_, { storage }: DurableObjectState) => {
    migrateEmbedded(storage, [{ number: 1, statements }]);
    const queries: string[] = [];
    const db = embedded(engineOf(storage), schema, { logQuery: (query) => void queries.push(query) });
    await run({ db, queries });
  });
};
const only = async <Row>(rows: Promise<Row[]>): Promise<Row | undefined> => (await rows)[0];

test(
  'what is left out gets the table’s default: value, expression, function, null',
  inDatabase(async ({ db, queries }) => {
    await db.insert(tasks).values([
      { id: 'a', title: 'one' },
      { id: 'b', title: 'two', weight: 1, isDone: true },
    ]);
    expect(queries.at(-1)).not.toMatch(/\bdefault\b/);
    const [a, b] = await db.select().from(tasks).orderBy(tasks.id);
    const plain = { label: 'plain', note: null, rev: 42, dueAt: null, bytes: null };
    expect(a).toEqual({ id: 'a', title: 'one', isDone: false, weight: 7, ...plain });
    expect(b).toEqual({ id: 'b', title: 'two', isDone: true, weight: 1, ...plain });
  }),
);

test(
  'an explicit null stays null',
  inDatabase(async ({ db }) => {
    await db.insert(tasks).values({ id: 'a', title: 'one', weight: null, label: null });
    expect(await db.select().from(tasks)).toMatchObject([{ weight: null, label: null }]);
  }),
);

test(
  'on duplicate key update becomes an upsert, on whichever key there is',
  inDatabase(async ({ db, queries }) => {
    const upsert = (value: number) =>
      db.insert(marks).values({ a: 1, b: 2, value }).onDuplicateKeyUpdate({ set: { value } });
    await upsert(3);
    await upsert(4);
    expect(queries.at(-1)).toContain('on conflict do update set');
    expect(await db.select().from(marks)).toEqual([{ a: 1, b: 2, value: 4 }]);
  }),
);

test(
  'values(column) is the row that was not inserted, bare or by its table',
  inDatabase(async ({ db, queries }) => {
    const guarded = sql`case when values(${marks.value}) >= ${marks.value} then values(${sql.identifier('value')}) else ${marks.value} end`;
    const upsert = (value: number) =>
      db
        .insert(marks)
        .values({ a: 1, b: 2, value })
        .onDuplicateKeyUpdate({ set: { value: guarded } });
    for (const value of [5, 9, 2]) await upsert(value);
    expect(queries.at(-1)).toContain('excluded.`value`');
    expect(await db.select().from(marks)).toEqual([{ a: 1, b: 2, value: 9 }]);
  }),
);

test(
  'insert ignore keeps the row that is there',
  inDatabase(async ({ db }) => {
    await db.insert(marks).values({ a: 1, b: 2, value: 3 });
    await db
      .insert(marks)
      .ignore()
      .values([
        { a: 1, b: 2, value: 4 },
        { a: 1, b: 3, value: 5 },
      ]);
    expect(await db.select({ value: marks.value }).from(marks)).toEqual([{ value: 3 }, { value: 5 }]);
  }),
);

test(
  'locks are dropped, in every form and within a subquery',
  inDatabase(async ({ db, queries }) => {
    await db.insert(marks).values({ a: 1, b: 2, value: 3 });
    expect(await db.select().from(marks).for('update').limit(1)).toHaveLength(1);
    expect(await db.select().from(marks).for('update', { skipLocked: true })).toHaveLength(1);
    expect(await db.select().from(marks).for('share', { noWait: true })).toHaveLength(1);
    const locked = db.select().from(marks).for('update').as('locked');
    expect(await db.select().from(locked)).toHaveLength(1);
    expect(queries.join()).not.toMatch(/for (update|share)/);
  }),
);

test(
  'the words of the dialect stay as they are in values',
  inDatabase(async ({ db }) => {
    const title = 'wait for update) values(`x`) for update';
    await db.insert(tasks).values({ id: 'a', title });
    expect(await only(db.select().from(tasks).where(eq(tasks.title, title)))).toMatchObject({ title });
  }),
);

test(
  'booleans, dates and large numbers come back as they went in',
  inDatabase(async ({ db }) => {
    const row = { isDone: true, dueAt: new Date('2026-11-24T12:34:56.789Z'), bytes: 9_007_199_254_740_993n };
    await db.insert(tasks).values({ id: 'a', title: 'one', ...row });
    const isThis = eq(tasks.dueAt, row.dueAt);
    expect(await only(db.select().from(tasks).where(isThis))).toMatchObject({
      isDone: true,
      dueAt: row.dueAt,
    });
    expect(await only(db.select().from(tasks).where(eq(tasks.isDone, true)))).toMatchObject({ id: 'a' });
  }),
);

test(
  'changed rows are counted without their indexes',
  inDatabase(async ({ db }) => {
    const inserted = await db.insert(tasks).values([
      { id: 'a', title: 'one' },
      { id: 'b', title: 'two' },
    ]);
    expect(inserted.rowsAffected).toBe(2);
    expect((await db.update(tasks).set({ title: 'x' })).rowsAffected).toBe(2);
    expect((await db.delete(tasks).where(eq(tasks.id, 'a'))).rowsAffected).toBe(1);
    expect((await db.delete(tasks).where(eq(tasks.id, 'a'))).rowsAffected).toBe(0);
  }),
);

test(
  'a key that is there fails with MySQL’s errno, and another failure does not',
  inDatabase(async ({ db }) => {
    const insert = (id: string, title: unknown) => db.insert(tasks).values({ id, title: title as string });
    await insert('a', 'one');
    const twice: unknown = await insert('a', 'two').catch((error: unknown) => error);
    expect(isDuplicateKey(twice)).toBe(true);
    const withoutTitle: unknown = await insert('b', null).catch((error: unknown) => error);
    expect(withoutTitle).toBeInstanceOf(Error);
    expect(isDuplicateKey(withoutTitle)).toBe(false);
    expect(String((withoutTitle as Error).cause)).toContain('errno 1048');
  }),
);

test(
  'keys are compared byte by byte',
  inDatabase(async ({ db }) => {
    await db.insert(tasks).values({ id: 'Secret', title: 'one' });
    expect(await db.select().from(tasks).where(eq(tasks.id, 'sECRET'))).toEqual([]);
  }),
);

test(
  'a transaction that throws leaves nothing, one that ends leaves all',
  inDatabase(async ({ db }) => {
    const failed = db.transaction(async (tx) => {
      await tx.insert(marks).values({ a: 1, b: 1, value: 1 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await db.select().from(marks)).toEqual([]);
    await db.transaction(async (tx) => {
      await tx.insert(marks).values({ a: 1, b: 1, value: 1 });
      await tx.update(marks).set({ value: 2 });
    });
    expect(await db.select().from(marks)).toEqual([{ a: 1, b: 1, value: 2 }]);
  }),
);

test(
  'a nested transaction fails: neither engine is asked for it',
  inDatabase(async ({ db }) => {
    const nested = db.transaction((tx) => tx.transaction(() => Promise.resolve()));
    await expect(nested).rejects.toThrow();
  }),
);
