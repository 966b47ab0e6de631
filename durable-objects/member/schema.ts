/**
 * The tables of a Member. What a person's own sockets are told of (marks and mentions) has a version, which lies
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
];
