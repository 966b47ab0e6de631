import { index, mysqlTable } from 'drizzle-orm/mysql-core';
import { key, moment } from '../columns.ts';

/**
 * Sessions that may set their account's password: they proved the address by a code, or came by the invitation that
 * made the account. A session that was signed in by password may not, nor may what is not here.
 */
export const passwordRights = mysqlTable(
  'account_password_rights',
  {
    sessionId: key('session_id').primaryKey(),
    /** The session's own end: then the row goes too. */
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('account_password_rights_expiry').on(table.expiresAt)],
);
