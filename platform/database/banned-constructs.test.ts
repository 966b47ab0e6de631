import { expect, test } from 'vitest';

/**
 * What one of the two engines does not do, or does otherwise, with one line that has it. `in`: how it is seen in a
 * source without comments. Objects' own SQL (durable-objects/) runs on SQLite alone and may use what it likes.
 */
interface Banned {
  readonly name: string;
  readonly in: (source: string) => boolean;
  readonly example: string;
}

const seen = (pattern: RegExp) => (source: string) => pattern.test(source);

const banned: readonly Banned[] = [
  {
    name: 'auto-increment: Vitess has none on shards',
    in: seen(/\.autoincrement\(|auto_increment|\bserial\(/i),
    example: "id: int('id').autoincrement()",
  },
  {
    name: 'auto-increment: its number from an insert',
    in: seen(/\.insertId\b|\$returningId\(/),
    example: 'const { id } = await db.insert(tasks).values(task).$returningId();',
  },
  {
    name: 'ON UPDATE: SQLite has none',
    in: seen(/\bon update\b|\.onUpdateNow\(/i),
    example: '`updated_at timestamp on update current_timestamp`',
  },
  {
    name: 'foreign keys: Vitess has none',
    in: seen(/\.references\(|foreignKey\(|\bforeign key\b/i),
    example: "userId: key('user_id').references(() => users.id)",
  },
  {
    name: 'update or delete with limit: SQLite has none',
    in: seen(/\.(?:update|delete)\([^;]*?\.limit\(|\b(?:update|delete from)\b[^;`'"]*\blimit\b/is),
    example: 'await db.delete(tasks)\n.where(isOld)\n.limit(100);',
  },
  {
    name: 'update or delete with limit, as text',
    in: seen(/\b(?:update|delete from)\b[^;`'"]*\blimit\b/is),
    example: 'sql`delete from tasks where old limit 100`',
  },
  {
    name: 'RETURNING: MySQL has none',
    in: seen(/\breturning\b/i),
    example: 'await db.insert(tasks).values(task).returning();',
  },
  {
    name: 'paths into JSON: each engine has its own',
    in: seen(/->>?\s*['"`]\$|\bjson_(?:extract|set|value|unquote|table|contains)\(/i),
    example: "sql`select body ->> '$.name' from tasks`",
  },
  {
    name: 'LIKE without its escape character: the engines disagree on the backslash',
    in: (source) =>
      source
        .split(/\blike\b/i)
        .slice(1)
        .some((after) => !/^[^`;]*\bescape '!'/i.test(after)),
    example: 'where(like(tasks.title, pattern))',
  },
  {
    name: 'branching on the rows that an upsert changed: MySQL counts an update as two',
    in: (source) => /onDuplicateKeyUpdate/.test(source) && /\.rowsAffected/.test(source),
    example:
      'const made = await db.insert(marks).values(mark).onDuplicateKeyUpdate({ set }); made.rowsAffected === 1',
  },
  {
    name: 'nested transactions: an object’s SQLite has none',
    in: hasNestedTransaction,
    example: 'db.transaction(async (tx) => { await f(async () => db.transaction(async () => {})); });',
  },
  {
    name: 'savepoints',
    in: seen(/\bsavepoint\b/i),
    example: 'sql`savepoint here`',
  },
];

const allowed = [
  "where(sql`${tasks.title} like ${pattern} escape '!'`)",
  'await db.transaction(async (tx) => tx.select()); await db.transaction(async (tx) => tx.select());',
  'await db.delete(tasks).where(isOld); await db.select().from(tasks).limit(1);',
  '// on update, returning, savepoint\n/* like auto_increment */',
];

const sources = import.meta.glob(['../../db/**/*.ts', '../**/*.ts', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test.each(banned)('is seen: $name', ({ in: isIn, example }) => {
  expect(isIn(withoutComments(example))).toBe(true);
});

test.each(allowed)('is allowed: %s', (example) => {
  expect(banned.filter(({ in: isIn }) => isIn(withoutComments(example))).map(({ name }) => name)).toEqual([]);
});

test('no source of db/ and platform/ has a banned construct', () => {
  const found = Object.entries(sources).flatMap(([path, source]) =>
    banned.filter(({ in: isIn }) => isIn(withoutComments(source))).map(({ name }) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
  const read = Object.keys(sources);
  expect(read.filter((path) => path.startsWith('../../db/')).length).toBeGreaterThanOrEqual(12);
  expect(read.filter((path) => !path.startsWith('../../db/')).length).toBeGreaterThanOrEqual(28);
  expect(read).toContain('../auth/places.ts');
});

function withoutComments(source: string): string {
  return source.replace(/\/\*.*?\*\//gs, '').replace(/\/\/.*$/gm, '');
}

function hasNestedTransaction(source: string): boolean {
  for (const { index } of source.matchAll(/\.transaction\(/g)) {
    const from = index + '.transaction('.length;
    let depth = 1;
    let to = from;
    for (; depth > 0 && to < source.length; to += 1) depth += { '(': 1, ')': -1 }[source.charAt(to)] ?? 0;
    if (source.slice(from, to).includes('.transaction(')) return true;
  }
  return false;
}
