import type { DurableEventName, Events } from '../../protocol/events.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { StoredSubtype } from '../../protocol/message-subtypes.ts';

/** Rows as SQLite gives them. `ts`, `at` and `edited_at` are microseconds, `deleted` and the like 0 or 1. */
export type MessageRow = {
  seq: number;
  ts: number;
  user: UserId;
  /** Null: somebody said it, and that is all. */
  subtype: StoredSubtype | null;
  text: string;
  content: string | null;
  bot: string | null;
  thread_seq: number | null;
  thread_ordinal: number | null;
  ordinal: number | null;
  everybody: number;
  /** Posted by a clock, not by hand: it marks nothing as read. */
  unattended: number;
  client_msg_id: string | null;
  edited_by: UserId | null;
  edited_at: number | null;
  deleted: number;
  rev: number;
};

/** Whoever wrote it was there and has read up to it: no bot, and no clock that posted it for them. */
export const isByHand = (row: Pick<MessageRow, 'bot' | 'unattended'>): boolean =>
  row.bot === null && row.unattended === 0;

export type ThreadRow = {
  seq: number;
  reply_count: number;
  last_ordinal: number;
  latest_ts: number | null;
  users: string;
  rev: number;
};

export type ReactionRow = { message_seq: number; name: string; user: UserId; rev: number; deleted: number };

/** The events of a channel's log; a post has no entry, since its row is one. */
export type EntryKind = Exclude<
  {
    [Name in DurableEventName]: Events[Name]['audience'] extends 'channel' ? Name : never;
  }[DurableEventName],
  'message'
>;
export type EntryRow = {
  seq: number;
  kind: EntryKind;
  message_seq: number | null;
  user: UserId;
  detail: string | null;
  at: number;
};

export type MemberRow = {
  user: UserId;
  is_guest: number;
  inviter: UserId | null;
  joined: number;
  rev: number;
};
