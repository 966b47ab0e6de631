import { decideWords } from '../../domain/messages/decide-post.ts';
import { callsEverybody, mentionedUsergroups, mentionedUsers } from '../../domain/messages/mentions.ts';
import { defaultMessageRules, mayStillEdit } from '../../domain/permissions/message-rules.ts';
import type { MessageRules } from '../../protocol/message-rules.ts';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject, EditCommand } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import { requireWriter } from './access.ts';
import { viewOfRow } from './read.ts';
import type { Room } from './room.ts';
import type { MessageRow } from './rows.ts';

/**
 * Changes the words of one's own message, or shows a reply in the channel too: one or the other, as in Slack. A deleted
 * one is not found: delete wins over a late edit.
 */
export function edit(
  room: Room,
  actor: Actor,
  command: EditCommand,
  rules: MessageRules = defaultMessageRules,
): Awaited<ReturnType<ChannelObject['edit']>> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const row = room.messages.byTs(microsOf(command.ts));
  if (row === undefined || row.deleted === 1) return refuse('message_not_found');
  if (row.user !== actor.userId || isSystemSubtype(row.subtype)) return refuse('cant_update_message');
  if (!mayStillEdit(actor, rules, room.now() - row.ts / 1_000)) return refuse('edit_window_closed');
  const isBroadcast = command.broadcast === true;
  if (isBroadcast && row.thread_seq === null) return refuse('cant_broadcast_message');
  const words = decideWords(wordsAfter(row, command));
  if (!words.ok) return words;
  const { text } = words;
  const hasNewWords = text !== row.text || words.content !== row.content;
  if (isBroadcast && !hasNewWords && row.subtype === 'thread_broadcast') {
    return accept({ message: viewOfRow(room, row) });
  }
  const isShownNow = isBroadcast && row.subtype !== 'thread_broadcast';
  if (isShownNow && hasNewWords) return refuse('no_dual_broadcast_content_update');
  const detail = namesChanged(row.text, text);

  const changed = room.transact((log) => {
    const { seq, micros } = log.next();
    const after: MessageRow = {
      ...row,
      ...(isShownNow ? broadcast : { edited_by: actor.userId, edited_at: micros }),
      text,
      content: words.content,
      everybody: callsEverybody(text) ? 1 : 0,
      rev: seq,
    };
    room.messages.edit(after);
    room.store.insertEntry({
      seq,
      kind: 'message_changed',
      message_seq: row.seq,
      user: actor.userId,
      detail,
      at: micros,
    });
    return after;
  });
  return accept({ message: viewOfRow(room, changed) });
}

/**
 * A reply that is shown in the channel from now on, at its own time. It takes no ordinal, which would stand out of the
 * order of the log: nobody finds it unread.
 */
const broadcast = { subtype: 'thread_broadcast' } as const;

/**
 * As Slack: what is not named stays, and an empty list takes blocks or attachments away. The text of a message whose
 * blocks are new and who names none is theirs.
 */
function wordsAfter(row: MessageRow, command: EditCommand): Parameters<typeof decideWords>[0] {
  const before = row.content === null ? {} : (JSON.parse(row.content) as Partial<EditCommand>);
  const { ts: _ts, text, broadcast: _broadcast, ...changes } = command;
  const hasNewBlocks = changes.blocks !== undefined && changes.blocks.length > 0;
  return { ...before, ...changes, text: text ?? (hasNewBlocks ? '' : row.text) };
}

/** Who is named now and was not before, or the reverse; ids alone, and null where nobody is. */
export function namesChanged(before: string, after: string): string | null {
  const changes = Object.entries({
    unmentioned: without(mentionedUsers(before), mentionedUsers(after)),
    mentioned: without(mentionedUsers(after), mentionedUsers(before)),
    unmentionedGroups: without(mentionedUsergroups(before), mentionedUsergroups(after)),
    mentionedGroups: without(mentionedUsergroups(after), mentionedUsergroups(before)),
  }).filter(([, ids]) => ids.length > 0);
  return changes.length === 0 ? null : JSON.stringify(Object.fromEntries(changes));
}

const without = (ids: readonly string[], others: readonly string[]): string[] =>
  ids.filter((id) => !others.includes(id));
