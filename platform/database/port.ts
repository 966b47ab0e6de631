import type { PlanetScaleDatabase } from 'drizzle-orm/planetscale-serverless';

/**
 * The relational database: Drizzle over PlanetScale's driver. Embedded, the same type runs on an object's SQLite
 * (embedded.ts). Both keep to what both can do (banned-constructs.test.ts); SQLite's transactions are the stronger ones.
 */
export type Database<Schema extends Record<string, unknown>> = PlanetScaleDatabase<Schema>;
