import {
  createTableRelationsHelpers,
  extractTablesRelationalConfig,
  type Logger,
  type TablesRelationalConfig,
} from 'drizzle-orm';
import { PlanetScaleDatabase, PlanetscaleSession } from 'drizzle-orm/planetscale-serverless';
import { EmbeddedClient } from './embedded-client.ts';
import { EmbeddedDialect } from './embedded-dialect.ts';
import type { SqliteEngine } from './engine.ts';
import type { Database } from './port.ts';

/** The database that needs nothing: PlanetScale's type and query builder over an object's own SQLite. */
export function embedded<Schema extends Record<string, unknown>>(
  engine: SqliteEngine,
  fullSchema: Schema,
  logger?: Logger,
): Database<Schema> {
  const { tables, tableNamesMap } = extractTablesRelationalConfig(fullSchema, createTableRelationsHelpers);
  const relational = { fullSchema, schema: tables, tableNamesMap };
  const dialect = new EmbeddedDialect();
  const options = logger === undefined ? {} : { logger };
  const client = new EmbeddedClient(engine);
  const session = new PlanetscaleSession<Schema, TablesRelationalConfig>(
    client,
    dialect,
    undefined,
    relational,
    options,
  );
  // The constructors cannot infer the tables' relations; `drizzle()` itself casts here.
  const typed = relational as never;
  return new PlanetScaleDatabase<Schema>(dialect, session as never, typed, 'planetscale');
}
