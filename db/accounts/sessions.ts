import { index, mysqlTable, text, varchar } from 'drizzle-orm/mysql-core';
import { key, moment } from '../columns.ts';

/** better-auth's `session`. `token` is the SHA-256 of the secret that the client holds. */
export const sessions = mysqlTable(
  'account_sessions',
  {
    id: key('id').primaryKey(),
    token: key('token').notNull().unique('account_sessions_token'),
    userId: key('user_id').notNull(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: varchar('ip_address', { length: 64 }),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('account_sessions_user').on(table.userId)],
);
