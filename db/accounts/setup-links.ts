import { index, mysqlTable } from 'drizzle-orm/mysql-core';
import { key, moment } from '../columns.ts';

/** The owner's one-time links that were used, or are in use by one address, by the SHA-256 of their secret. */
export const setupLinks = mysqlTable(
  'setup_links',
  {
    hash: key('hash').primaryKey(),
    /** Who took it. Until the account is made, only the same address may go on. */
    email: key('email', 254).notNull(),
    accountId: key('account_id'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('setup_links_account').on(table.accountId)],
);
