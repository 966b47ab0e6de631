import { decideChannelWords } from '../../domain/naming/channel-words.ts';
import { mayDescribeChannel } from '../../domain/permissions/permissions.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { requireWriter } from './access.ts';
import type { Room } from './room.ts';
import { writeSystemMessage } from './system-message.ts';

type Answer = Awaited<ReturnType<ChannelObject['setTopic']>>;

export const setTopic = (room: Room, actor: Actor, topic: string): Answer =>
  describe(room, actor, 'topic', topic);

export const setPurpose = (room: Room, actor: Actor, purpose: string): Answer =>
  describe(room, actor, 'purpose', purpose);

/** What is so already is not said again. */
function describe(room: Room, actor: Actor, what: 'topic' | 'purpose', value: string): Answer {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const { meta } = writer;
  if (meta.kind === 'direct') return refuse('method_not_supported_for_channel_type');
  if (!mayDescribeChannel(actor)) return refuse('user_is_restricted');
  const words = decideChannelWords(what, value);
  if (!words.ok) return words;
  if (value === meta[what].value) return accept({ summary: room.summary() });
  room.transact((log) => {
    const row = writeSystemMessage(room, log, {
      subtype: `channel_${what}`,
      by: actor,
      text: value === '' ? `cleared the channel ${what}` : `set the channel ${what}: ${value}`,
      facts: { [what]: value },
    });
    const described = { value, creator: actor.userId, lastSet: Math.floor(row.ts / 1_000_000) };
    room.saveMeta(log, { ...meta, [what]: described, updatedMs: room.now() });
  });
  return accept({ summary: room.summary() });
}
