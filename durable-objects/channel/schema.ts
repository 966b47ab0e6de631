/**
 * The tables of a Channel. A message's row is its log entry; other entries name rows and hold no text, so that
 * deleting a message deletes its words. Every row has `rev`, the `seq` of its last change.
 *
 * There is no index on `ts`: it rises with `seq`, so a binary search finds it (a row less for each message).
 */
export const channelMigrations: readonly string[] = [
  `create table if not exists channel (
     id integer primary key check (id = 1),
     state text not null,
     meta text not null
   )`,
  `create table if not exists messages (
     seq integer primary key,
     ts integer not null,
     user text not null,
     text text not null,
     content text,
     bot text,
     thread_seq integer,
     thread_ordinal integer,
     ordinal integer,
     everybody integer not null default 0,
     client_msg_id text,
     edited_by text,
     edited_at integer,
     deleted integer not null default 0,
     rev integer not null,
     cursors text
   )`,
  `create unique index if not exists messages_client_msg_id
     on messages (user, client_msg_id) where client_msg_id is not null`,
  'create index if not exists messages_thread on messages (thread_seq, seq) where thread_seq is not null',
  'create index if not exists messages_deleted on messages (ordinal) where deleted = 1 and ordinal is not null',
  'create index if not exists messages_everybody on messages (ordinal) where everybody = 1',
  `create table if not exists entries (
     seq integer primary key,
     kind text not null,
     message_seq integer,
     user text not null,
     detail text,
     at integer not null
   )`,
  `create table if not exists threads (
     seq integer primary key,
     reply_count integer not null,
     last_ordinal integer not null,
     latest_ts integer,
     users text not null,
     rev integer not null
   )`,
  `create table if not exists reactions (
     message_seq integer not null,
     name text not null,
     user text not null,
     rev integer not null,
     deleted integer not null default 0,
     primary key (message_seq, name, user)
   ) without rowid`,
  `create table if not exists members (
     user text primary key,
     is_guest integer not null,
     inviter text,
     joined integer not null,
     rev integer not null,
     deleted integer not null default 0
   ) without rowid`,
  // A gateway's place in the log when it was opened. How far it is now is a column of the newest message.
  'create table if not exists gateways (shard integer primary key, cursor integer not null)',
  'create table if not exists consumers (id integer primary key check (id = 1), cursors text not null)',
  // What one person could not be told in time, so that they delay nobody else.
  `create table if not exists owed (
     user text primary key,
     from_seq integer not null,
     tries integer not null,
     next_at integer not null,
     reason text not null
   ) without rowid`,
  // Calls that got no answer in time: their repeat is answered ok also when the work is done by then.
  'create table if not exists unanswered (call text not null, subject text not null, primary key (call, subject)) without rowid',
  // Gateways whose sockets follow without being members: until when, in milliseconds.
  'create table if not exists leases (shard integer primary key, until integer not null)',
  `create index if not exists messages_thread_deleted
     on messages (thread_seq, thread_ordinal) where deleted = 1 and thread_seq is not null`,
  'alter table messages add column subtype text',
  // Whom a user group was when a message that names it was told of. Ids alone.
  `create table if not exists usergroup_mentions (
     message_seq integer not null,
     usergroup text not null,
     users text not null,
     primary key (message_seq, usergroup)
   ) without rowid`,
  'alter table messages add column unattended integer not null default 0',
  `create table if not exists pins (
     message_seq integer primary key,
     user text not null,
     at integer not null,
     rev integer not null,
     deleted integer not null default 0
   )`,
  'create index if not exists pins_standing on pins (rev) where deleted = 0',
  `create table if not exists bookmarks (
     id text primary key,
     title text not null,
     link text not null,
     emoji text not null,
     place integer not null,
     created integer not null,
     updated integer not null,
     updated_by text not null,
     rev integer not null,
     deleted integer not null default 0
   ) without rowid`,
  // Who closed a direct channel or group: told, once, of a message above `seq`.
  'create table if not exists closed (user text primary key, seq integer not null) without rowid',
  // Refusals in a row, of tries in their own time.
  'alter table owed add column refusals integer not null default 0',
  // Entries that a person's Member, or every one, could not be told of: why, and since when, in milliseconds.
  `create table if not exists set_aside (
     consumer text not null,
     seq integer not null,
     reason text not null,
     at integer not null,
     primary key (consumer, seq)
   ) without rowid`,
];

/** Everything that a channel keeps, but that it is. */
export const channelTables = [
  'messages',
  'entries',
  'threads',
  'reactions',
  'members',
  'gateways',
  'consumers',
  'owed',
  'unanswered',
  'leases',
  'usergroup_mentions',
  'pins',
  'bookmarks',
  'closed',
  'set_aside',
] as const;
