/** The tables of a Directory. Entries of the log name rows: what they tell is read from the row as it stands. */
export const directoryMigrations: readonly string[] = [
  'create table if not exists team (id integer primary key check (id = 1), facts text not null)',
  // `version` counts what the person's Member has a copy of; `copied` is the version that it confirmed.
  `create table if not exists people (
     id text primary key,
     handle text not null,
     role text not null,
     is_active integer not null,
     account text,
     bot text,
     maker text,
     unanswered integer not null default 0,
     profile text not null,
     updated integer not null,
     version integer not null,
     copied integer not null default 0,
     rev integer not null
   ) without rowid`,
  'create unique index if not exists people_handle on people (handle)',
  'create unique index if not exists people_account on people (account) where account is not null',
  'create unique index if not exists people_bot on people (bot) where bot is not null',
  // A person whom other objects must still be told of, and the channels that must still admit them.
  `create table if not exists owed (
     user text primary key,
     due integer not null,
     tries integer not null
   ) without rowid`,
  `create table if not exists seats (
     user text not null,
     channel text not null,
     inviter text,
     primary key (user, channel)
   ) without rowid`,
  // `reserved`: the name is taken for an id that may come to be. `key` is the sorted people of a direct channel.
  `create table if not exists channels (
     id text primary key,
     state text not null,
     kind text not null,
     name text,
     key text,
     is_general integer not null,
     is_archived integer not null default 0,
     creator text not null,
     unanswered integer not null default 0,
     summary text,
     rev integer not null default 0,
     due integer not null,
     tries integer not null default 0
   ) without rowid`,
  'create unique index if not exists channels_name on channels (name) where name is not null',
  'create unique index if not exists channels_key on channels (key) where key is not null',
  "create index if not exists channels_due on channels (due) where state = 'reserved'",
  `create table if not exists invitations (
     id text primary key,
     hash text not null,
     role text not null,
     channels text not null,
     email text,
     uses_max integer not null,
     expires integer not null,
     revoked integer,
     inviter text not null
   ) without rowid`,
  'create unique index if not exists invitations_hash on invitations (hash)',
  `create table if not exists invitation_uses (
     invitation text not null,
     account text not null,
     primary key (invitation, account)
   ) without rowid`,
  `create table if not exists entries (
     seq integer primary key,
     kind text not null,
     subject text not null,
     at integer not null,
     cursors text not null
   )`,
  'create table if not exists gateways (shard integer primary key, cursor integer not null)',
  // Somebody who became a guest, until they are out of every other channel.
  'create table if not exists stays (user text primary key, channels text not null) without rowid',
  "create index if not exists people_email on people (json_extract(profile, '$.email'))",
  // `folded` is the name in lower case.
  `create table if not exists usergroups (
     id text primary key,
     handle text not null,
     name text not null,
     folded text not null,
     description text not null,
     channels text not null,
     creator text not null,
     updater text not null,
     disabler text,
     created integer not null,
     updated integer not null,
     disabled integer not null
   ) without rowid`,
  'create unique index if not exists usergroups_handle on usergroups (handle)',
  'create unique index if not exists usergroups_folded on usergroups (folded)',
  `create table if not exists usergroup_people (
     usergroup text not null,
     user text not null,
     primary key (usergroup, user)
   ) without rowid`,
  // What an entry tells that no row keeps: who came into a user group, how an emoji was called.
  'create table if not exists entry_details (seq integer primary key, detail text not null)',
  // Custom emoji: a picture by its hash, or another name of one, or of a standard one.
  `create table if not exists emoji (
     name text primary key,
     hash text,
     alias text,
     creator text not null,
     created integer not null
   ) without rowid`,
  'create index if not exists emoji_alias on emoji (alias) where alias is not null',
  // Bytes that nothing names any more, by the beginning of their keys.
  'create table if not exists waste (prefix text primary key, due integer not null, tries integer not null) without rowid',
  // The name that a channel is to have, until it is confirmed; null between two renames.
  `create table if not exists renames (
     channel text primary key,
     name text,
     number integer not null,
     due integer not null,
     tries integer not null
   ) without rowid`,
  'create unique index if not exists renames_name on renames (name) where name is not null',
];
