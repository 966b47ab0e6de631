import { mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import type { TeamId } from '../../protocol/ids.ts';
import { key, moment } from '../columns.ts';

/** Which workspaces there are. Their names are the Directories' to decide; this is the copy for listings. */
export const workspaces = mysqlTable('workspaces', {
  teamId: key('team_id').$type<TeamId>().primaryKey(),
  name: varchar('name', { length: 255 }).notNull(),
  /** Lower case, the short name that addresses it. */
  domain: key('domain').notNull().unique('workspaces_domain'),
  createdAt: moment('created_at').notNull(),
});
