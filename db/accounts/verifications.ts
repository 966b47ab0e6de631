import { index, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { key, moment } from '../columns.ts';

/** better-auth's `verification`: codes under way, as `<hash>:<tries>`, and its short locks. */
export const verifications = mysqlTable(
  'account_verifications',
  {
    id: key('id').primaryKey(),
    /** What for, and for which address. */
    identifier: key('identifier', 320).notNull(),
    value: varchar('value', { length: 255 }).notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('account_verifications_identifier').on(table.identifier),
    index('account_verifications_expiry').on(table.expiresAt),
  ],
);
