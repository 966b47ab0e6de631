import { decideWords } from '../../domain/messages/decide-post.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject, EphemeralCommand } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import { withinLimit } from '../log/time-limit.ts';
import { requireWriter } from './access.ts';
import type { Room } from './room.ts';
import { threadRoot } from './thread-root.ts';

const callLimitMs = 3_000;

/** Shown once to one person who is here, on the sockets that they have open, and stored nowhere. */
export async function postEphemeral(
  room: Room,
  actor: Actor,
  userId: UserId,
  command: EphemeralCommand,
): Promise<Awaited<ReturnType<ChannelObject['postEphemeral']>>> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  if (!room.members.has(userId)) return refuse('user_not_in_channel');
  const words = decideWords(command);
  if (!words.ok) return words;
  const named = command.threadTs === undefined ? undefined : threadRoot(room, command.threadTs);
  if (named?.ok === false) return named;

  const { id, teamId } = writer.meta;
  const event = eventOf(room, actor, userId, { ...command, text: words.text });
  room.onEphemeral(event);
  const gateway = room.objects.gateway(teamId, room.shardOf(userId));
  try {
    await withinLimit('ephemeral', callLimitMs, gateway.ephemeral(id, event));
  } catch (error) {
    // As Slack: whether it is seen is not promised. A repeat would be seen twice.
    console.warn(JSON.stringify({ event: 'ephemeral_lost', channel: id, reason: String(error) }));
  }
  return accept({ ts: event.ts });
}

function eventOf(
  room: Room,
  actor: Actor,
  userId: UserId,
  command: EphemeralCommand,
): EventBody<'message_ephemeral'> {
  const { id } = room.requireMeta();
  const { text, blocks, attachments, threadTs, look } = command;
  // Posts are of whole milliseconds: between two of them lies no post's `ts`.
  const micros = Math.max(room.now() * 1_000, room.head.micros) + 1 + Math.floor(Math.random() * 998);
  return {
    type: 'message',
    is_ephemeral: true,
    channel: id,
    user: actor.userId,
    to: userId,
    text,
    ts: timestampOf(micros),
    event_ts: timestampOf(micros),
    ...(actor.bot === undefined
      ? {}
      : {
          subtype: 'bot_message' as const,
          bot_id: actor.bot.id,
          username: look?.username ?? actor.bot.name,
        }),
    ...(look?.icons === undefined ? {} : { icons: look.icons }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(blocks === undefined ? {} : { blocks: [...blocks] }),
    ...(attachments === undefined ? {} : { attachments: [...attachments] }),
  };
}
