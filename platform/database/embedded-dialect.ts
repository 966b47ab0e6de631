import { getTableColumns, is, type QueryWithTypings, SQL, sql } from 'drizzle-orm';
import { type MySqlColumn, MySqlDialect } from 'drizzle-orm/mysql-core';

type InsertConfig = Parameters<MySqlDialect['buildInsertQuery']>[0];
type Row = Record<string, unknown>;

/** Drizzle's MySQL dialect, in words that SQLite takes. What it cannot turn is banned (banned-constructs.test.ts). */
export class EmbeddedDialect extends MySqlDialect {
  override buildInsertQuery(config: InsertConfig): ReturnType<MySqlDialect['buildInsertQuery']> {
    const { onConflict, ignore } = config;
    const { sql: insert, generatedIds } = super.buildInsertQuery({
      table: config.table,
      values: config.select === true ? config.values : withDefaults(config),
      ignore: false,
      ...(config.select === undefined ? {} : { select: config.select }),
    });
    if (onConflict !== undefined) {
      // Drizzle made it as sql`update ${set}`.
      const set = onConflict.queryChunks[1];
      return { sql: sql`${insert} on conflict do update set ${set}`, generatedIds };
    }
    return { sql: ignore ? sql`${insert} on conflict do nothing` : insert, generatedIds };
  }

  override sqlToQuery(query: SQL, invokeSource?: 'indexes'): QueryWithTypings {
    const built = super.sqlToQuery(query, invokeSource);
    return { ...built, sql: toSqliteSyntax(built.sql) };
  }
}

/** SQLite has no DEFAULT among VALUES: the table's own default is written out. */
function withDefaults({ table, values }: InsertConfig): InsertConfig['values'] {
  if (!Array.isArray(values)) return values;
  const columns = Object.entries<MySqlColumn>(getTableColumns(table));
  return values.map((row: Row) => {
    const full: Row = { ...row };
    for (const [name, column] of columns) if (isLeftOut(full[name])) full[name] = defaultOf(column);
    return full as (typeof values)[number];
  });
}

const isLeftOut = (value: unknown): boolean =>
  value === undefined || (isParam(value) && value.value === undefined);
const isParam = (value: unknown): value is { value: unknown } =>
  typeof value === 'object' && value !== null && 'encoder' in value && 'value' in value;

function defaultOf(column: MySqlColumn): SQL | undefined {
  // Drizzle calls these itself for a value that is left out.
  if (column.defaultFn !== undefined || column.onUpdateFn !== undefined) return undefined;
  const value: unknown = column.default;
  if (value === undefined) return sql`null`;
  return is(value, SQL) ? value : sql`${sql.param(value, column)}`;
}

/** Values are always bound and never in the text, so these words can only be syntax. */
function toSqliteSyntax(text: string): string {
  return text
    .replace(/\bvalues\((?:`[^`]+`\.)?(`[^`]+`)\)/gi, 'excluded.$1')
    .replace(/ for (?:update|share)(?: nowait| skip locked)?(?=\)|$)/gi, '');
}
