import { boolean, mysqlTable, text, varchar } from 'drizzle-orm/mysql-core';
import { key, moment } from '../columns.ts';

/**
 * better-auth's `user`: a person as known to the deployment, by e-mail; who they are in a workspace is the
 * Directory's. `emailVerified` means that somebody read a code sent there. `name` and `image` stay unused.
 */
export const users = mysqlTable('account_users', {
  id: key('id').primaryKey(),
  name: varchar('name', { length: 255 }).notNull(),
  /** Lower case. */
  email: key('email', 254).notNull().unique('account_users_email'),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
