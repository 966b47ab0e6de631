import { decideWords } from '../../domain/messages/decide-post.ts';
import { callsEverybody } from '../../domain/messages/mentions.ts';
import type { Message } from '../../protocol/entities.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject, PostCommand } from '../../protocol/objects/channel.ts';
import { accept } from '../../protocol/refusal.ts';
import { requireWriter } from './access.ts';
import { viewOfRow } from './read.ts';
import type { Appending, Room } from './room.ts';
import type { MessageRow } from './rows.ts';
import { threadRoot } from './thread-root.ts';
import { noSurroundings } from './views.ts';

/** Stores a message at the next place. A repeat of (person, client_msg_id) answers with the first one. */
export function post(
  room: Room,
  actor: Actor,
  command: PostCommand,
): Awaited<ReturnType<ChannelObject['post']>> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const words = decideWords(command);
  if (!words.ok) return words;
  const first = firstOf(room, actor.userId, command.clientMessageId);
  if (first !== undefined) return answer(room, first, true);
  const named = command.threadTs === undefined ? undefined : threadRoot(room, command.threadTs);
  if (named?.ok === false) return named;
  const root = named?.root;

  const row = room.transact((log) => {
    const place = log.next();
    const thread = root === undefined ? undefined : reply(room, root, actor.userId, place);
    const isTopLevel = root === undefined || command.broadcast === true;
    const stored: MessageRow = {
      seq: place.seq,
      ts: place.micros,
      user: actor.userId,
      subtype: root !== undefined && isTopLevel ? 'thread_broadcast' : subtypeOf(command),
      text: words.text,
      content: words.content,
      bot: actor.bot === undefined ? null : JSON.stringify(actor.bot),
      thread_seq: root?.seq ?? null,
      thread_ordinal: thread ?? null,
      ordinal: isTopLevel ? log.nextOrdinal() : null,
      everybody: callsEverybody(words.text) ? 1 : 0,
      unattended: command.unattended === true ? 1 : 0,
      client_msg_id: command.clientMessageId ?? null,
      edited_by: null,
      edited_at: null,
      deleted: 0,
      rev: place.seq,
    };
    room.messages.insert(stored, JSON.stringify(room.fanout.cursors()));
    return stored;
  });
  return answer(room, row, false);
}

/** A bot under a name of its choice is nobody of the workspace. */
const subtypeOf = ({ look, subtype }: PostCommand): MessageRow['subtype'] =>
  subtype ?? (look === undefined ? null : 'bot_message');

/** The decisions of `post` without the act. */
export function mayPost(
  room: Room,
  actor: Actor,
  command: PostCommand,
): Awaited<ReturnType<ChannelObject['mayPost']>> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const words = decideWords(command);
  if (!words.ok) return words;
  const named = command.threadTs === undefined ? undefined : threadRoot(room, command.threadTs);
  return named?.ok === false ? named : accept({});
}

const firstOf = (room: Room, user: UserId, clientMessageId: string | undefined): MessageRow | undefined =>
  clientMessageId === undefined ? undefined : room.messages.byClientMessageId(user, clientMessageId);

function answer(
  room: Room,
  row: MessageRow,
  repeated: boolean,
): { ok: true; message: Message; seq: number; repeated: boolean } {
  return accept({
    message: viewOfRow(room, row, repeated ? undefined : noSurroundings),
    seq: row.seq,
    repeated,
  });
}

/** In a transaction: the thread as it stands with this reply; answers the reply's place in it. */
function reply(room: Room, root: MessageRow, user: UserId, place: ReturnType<Appending['next']>): number {
  const thread = room.messages.threads([root.seq]).get(root.seq);
  const users = thread === undefined ? [] : (JSON.parse(thread.users) as UserId[]);
  const ordinal = (thread?.last_ordinal ?? 0) + 1;
  room.messages.saveThread({
    seq: root.seq,
    reply_count: (thread?.reply_count ?? 0) + 1,
    last_ordinal: ordinal,
    latest_ts: place.micros,
    users: JSON.stringify(users.includes(user) ? users : [...users, user]),
    rev: place.seq,
  });
  return ordinal;
}
