import { boolean, mysqlTable, primaryKey, uniqueIndex } from 'drizzle-orm/mysql-core';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import { key, moment } from '../columns.ts';

/** Which workspaces an account is in, and as whom: one person in each. */
export const workspacePeople = mysqlTable(
  'workspace_people',
  {
    accountId: key('account_id').notNull(),
    teamId: key('team_id').$type<TeamId>().notNull(),
    userId: key('user_id').$type<UserId>().notNull(),
    /**
     * The credentials that this person holds in the workspace were given to one who had proved the address, or were
     * dropped since it was proved. False with a proved account: they still must be dropped.
     */
    isSettled: boolean('is_settled').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.teamId] }),
    uniqueIndex('workspace_people_person').on(table.teamId, table.userId),
  ],
);
