/**
 * The tables of a Member. What a person's own sockets are told of (marks, mentions, threads, preferences) has a version, which lies
 * in the row that changed last, so that a mark is one row: the state's version is the highest of them.
 */
export const memberMigrations: readonly string[] = [
  'create table if not exists person (id integer primary key check (id = 1), copy text not null)',
  `create table if not exists credentials (
     id text primary key,
     kind text not null,
     name text not null,
     hash text not null,
     scopes text not null,
     account_session_id text,
     created integer not null,
     expires integer,
     revoked integer
   ) without rowid`,
  // A left channel keeps its row: what comes late from before it must find that it is older.
  `create table if not exists memberships (
     channel text primary key,
     is_member integer not null,
     seq integer not null,
     mark_ordinal integer not null,
     mark_ts text not null,
     version integer not null
   ) without rowid`,
  // One that was taken back keeps its row, with `rev`: a late repeat of the older delivery must not bring it back.
  `create table if not exists mentions (
     channel text not null,
     seq integer not null,
     thread_ts text not null,
     ordinal integer not null,
     ts text not null,
     rev integer not null,
     deleted integer not null,
     primary key (channel, seq)
   ) without rowid`,
  `create table if not exists tickets (
     hash text primary key,
     credential text not null,
     expires integer not null
   ) without rowid`,
  // Of each holder of open sockets what it must still be told: the gateway, or a channel.
  `create table if not exists owed_revocations (
     holder text primary key,
     credentials text not null,
     is_role integer not null,
     due integer not null,
     tries integer not null
   ) without rowid`,
  // Sockets straight to a channel. One that closed unnoticed costs its row until its credential ends.
  `create table if not exists direct_sockets (
     socket text primary key,
     channel text not null,
     credential text not null
   ) without rowid`,
  `create table if not exists ended_account_sessions (
     id text primary key,
     ended integer not null
   ) without rowid`,
  'alter table memberships add column is_marked_unread integer not null default 0',
  'alter table memberships add column muted integer not null default 0',
  "alter table memberships add column level text not null default 'default'",
  // One that was unfollowed keeps its row: what would follow it by itself must find that it is older.
  `create table if not exists threads (
     channel text not null,
     thread_ts text not null,
     state text not null,
     seq integer not null,
     mark_ordinal integer not null,
     mark_ts text not null,
     is_marked_unread integer not null,
     version integer not null,
     primary key (channel, thread_ts)
   ) without rowid`,
  // Messages to be posted at a time, in seconds. One that the channel refused then stays, with its reason.
  `create table if not exists scheduled (
     number integer primary key,
     id text not null unique,
     channel text not null,
     post_at integer not null,
     created integer not null,
     command text not null,
     failure text
   )`,
  'create index if not exists scheduled_by_time on scheduled (post_at, number)',
  `create table if not exists lateness (
     id integer primary key check (id = 1),
     sent integer not null,
     last_ms integer not null,
     most_ms integer not null
   )`,
  // What the person starred; `seq` 0 is the conversation. One that was taken back keeps its row, with its version.
  `create table if not exists stars (
     channel text not null,
     seq integer not null,
     ts text not null,
     created integer not null,
     deleted integer not null,
     version integer not null,
     primary key (channel, seq)
   ) without rowid`,
  // Where the person reacted. One that was taken back keeps its row: a late repeat must find that it is older.
  `create table if not exists reacted (
     channel text not null,
     seq integer not null,
     at integer not null,
     holds integer not null,
     rev integer not null,
     primary key (channel, seq)
   ) without rowid`,
  // One that came stays until its person deletes it. Times in seconds.
  `create table if not exists reminders (
     number integer primary key,
     id text not null unique,
     text text not null,
     time integer not null,
     completed integer not null,
     sent integer not null
   )`,
  'create index if not exists reminders_pending on reminders (time, number) where sent = 0 and completed = 0',
  `create table if not exists preferences (
     id integer primary key check (id = 1),
     value text not null,
     version integer not null
   )`,
  // `closed_seq`: where the person closed the conversation, 0 if it is in their list. A message above it opens it.
  'alter table memberships add column closed_seq integer not null default 0',
  'alter table memberships add column opened_seq integer not null default 0',
  // What goes out late is a line of the log instead.
  'drop table lateness',
];
