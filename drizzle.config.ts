import { defineConfig } from 'drizzle-kit';

/**
 * `npx drizzle-kit generate` drafts the DDL of the tables. What is released is db/<keyspace>/migrations: numbered by
 * hand, safe to run again, importable in a Worker; a test holds that it makes the columns that the tables name.
 */
export default defineConfig({ dialect: 'mysql', schema: './db/accounts/*.ts', out: './.cache/drizzle' });
