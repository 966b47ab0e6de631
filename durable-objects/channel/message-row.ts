import type { MessageRow } from './rows.ts';

export const messageColumns = [
  'seq',
  'ts',
  'user',
  'subtype',
  'text',
  'content',
  'bot',
  'thread_seq',
  'thread_ordinal',
  'ordinal',
  'everybody',
  'unattended',
  'client_msg_id',
  'edited_by',
  'edited_at',
  'deleted',
  'rev',
] as const satisfies readonly (keyof MessageRow)[];

/** A row as its values, in the order of the columns. */
export type MessageValues = Values<typeof messageColumns>;
type Values<Columns extends readonly (keyof MessageRow)[]> = {
  -readonly [Index in keyof Columns]: MessageRow[Columns[Index]];
};

/** Made here, a page's rows take less than half of what they take when the runtime makes an object of each. */
export const messageOf = ([
  seq,
  ts,
  user,
  subtype,
  text,
  content,
  bot,
  thread_seq,
  thread_ordinal,
  ordinal,
  everybody,
  unattended,
  client_msg_id,
  edited_by,
  edited_at,
  deleted,
  rev,
]: MessageValues): MessageRow => ({
  seq,
  ts,
  user,
  subtype,
  text,
  content,
  bot,
  thread_seq,
  thread_ordinal,
  ordinal,
  everybody,
  unattended,
  client_msg_id,
  edited_by,
  edited_at,
  deleted,
  rev,
});
