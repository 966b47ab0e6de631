import { defaultMessageRules, mayDeleteMessage } from '../../domain/permissions/message-rules.ts';
import type { MessageRules } from '../../protocol/message-rules.ts';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import { requireWriter } from './access.ts';
import { namesChanged } from './edit.ts';
import type { Room } from './room.ts';
import type { MessageRow } from './rows.ts';

/** Deletes a message: its words go from the row, and no other row has them. */
export function remove(
  room: Room,
  actor: Actor,
  ts: Timestamp,
  rules: MessageRules = defaultMessageRules,
): Awaited<ReturnType<ChannelObject['remove']>> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const row = room.messages.byTs(microsOf(ts));
  if (row === undefined || row.deleted === 1) return refuse('message_not_found');
  // What happened to the channel stays: whoever was away learns a topic or a name from it.
  if (isSystemSubtype(row.subtype)) return refuse('cant_delete_message');
  if (!mayDeleteMessage(actor, row.user === actor.userId, rules)) return refuse('cant_delete_message');
  // Who was named and is no longer: ids alone, the words go.
  const detail = namesChanged(row.text, '');

  room.transact((log) => {
    const { seq, micros } = log.next();
    room.messages.scrub(row.seq, seq);
    if (row.thread_seq !== null) recountThread(room, row.thread_seq, seq);
    room.store.insertEntry({
      seq,
      kind: 'message_deleted',
      message_seq: row.seq,
      user: actor.userId,
      detail,
      at: micros,
    });
  });
  return accept({});
}

function recountThread(room: Room, threadSeq: NonNullable<MessageRow['thread_seq']>, rev: number): void {
  const thread = room.messages.threads([threadSeq]).get(threadSeq);
  const { replyCount, latestTs, users } = room.messages.recount(threadSeq);
  room.messages.saveThread({
    seq: threadSeq,
    reply_count: replyCount,
    last_ordinal: thread?.last_ordinal ?? 0,
    latest_ts: latestTs,
    users: JSON.stringify(users),
    rev,
  });
}
