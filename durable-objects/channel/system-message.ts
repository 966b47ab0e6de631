import type { Message } from '../../protocol/entities.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { SystemSubtype } from '../../protocol/message-subtypes.ts';
import type { Appending, Room } from './room.ts';
import type { MessageRow } from './rows.ts';

/** What such a message tells beside its text, by Slack's names. */
export type SystemFacts = Partial<Pick<Message, 'topic' | 'purpose' | 'old_name' | 'name' | 'inviter'>>;

export interface SystemMessage {
  readonly subtype: SystemSubtype;
  readonly by: Pick<Actor, 'userId' | 'bot'>;
  readonly text: string;
  readonly facts?: SystemFacts;
}

/**
 * In a transaction: what happened to the channel, as a message at the next place. Its row is its log entry, so that
 * a topic or a name is told by the message alone. Without an ordinal it is unread to nobody.
 */
export function writeSystemMessage(
  room: Room,
  log: Appending,
  { subtype, by, text, facts }: SystemMessage,
): MessageRow {
  const { seq, micros } = log.next();
  const row: MessageRow = {
    seq,
    ts: micros,
    user: by.userId,
    subtype,
    text: `<@${by.userId}> ${text}`,
    content: facts === undefined ? null : JSON.stringify(facts),
    bot: by.bot === undefined ? null : JSON.stringify(by.bot),
    thread_seq: null,
    thread_ordinal: null,
    ordinal: null,
    everybody: 0,
    unattended: 0,
    client_msg_id: null,
    edited_by: null,
    edited_at: null,
    deleted: 0,
    rev: seq,
  };
  room.messages.insert(row, JSON.stringify(room.fanout.cursors()));
  return row;
}
