import { index, mysqlTable, text, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';
import { key, moment } from '../columns.ts';

/** better-auth's `account`: a way to sign in. For a password, provider `credential`; later OpenID Connect. */
export const credentials = mysqlTable(
  'account_credentials',
  {
    id: key('id').primaryKey(),
    userId: key('user_id').notNull(),
    providerId: key('provider_id').notNull(),
    accountId: key('account_id', 255).notNull(),
    /** scrypt with its salt. */
    password: varchar('password', { length: 255 }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('account_credentials_provider').on(table.providerId, table.accountId),
    index('account_credentials_user').on(table.userId),
  ],
);
