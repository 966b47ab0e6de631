/**
 * For each log with people of this shard: its head, written with every delivery, and apart from it what changes
 * seldom, so that a message costs one small row.
 */
export const gatewayMigrations: readonly string[] = [
  `create table if not exists heads (
     log text primary key,
     generation text not null,
     head integer not null,
     ordinal integer not null
   ) without rowid`,
  'create table if not exists rosters (log text primary key, roster text not null) without rowid',
];
