import type { Message } from '../../protocol/entities.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { CallerCall } from './context.ts';

interface Place {
  readonly channelId: ChannelId;
  /** Of a message; 0 is the channel itself. */
  readonly seq: number;
}

/** A channel reads so many rows for one call. */
const atOnceMax = 1_000;

/** Those of these places that this caller may see and that are there; one call for a thousand of a channel. */
export async function standingPlaces<Kept extends Place>(
  { objects, actor }: CallerCall,
  places: readonly Kept[],
): Promise<Kept[]> {
  const standing = new Set<string>();
  await forEachChannel(places, async (channelId, seqs) => {
    const answer = await objects.channel(channelId).standing(actor, seqs);
    if (answer.ok) for (const seq of [0, ...answer.seqs]) standing.add(keyOf({ channelId, seq }));
  });
  return places.filter((place) => standing.has(keyOf(place)));
}

/** Messages by their places, as this caller may see them. */
export async function pickMessages(
  { objects, actor }: CallerCall,
  places: readonly Place[],
): Promise<(place: Place) => Message | undefined> {
  const messages = new Map<string, Message>();
  const named = places.filter(({ seq }) => seq > 0);
  await forEachChannel(named, async (channelId, seqs) => {
    const answer = await objects.channel(channelId).pick(actor, seqs);
    if (!answer.ok) return;
    for (const message of answer.messages) messages.set(keyOf({ channelId, seq: message.seq }), message);
  });
  return (place) => messages.get(keyOf(place));
}

async function forEachChannel(
  places: readonly Place[],
  ask: (channelId: ChannelId, seqs: number[]) => Promise<void>,
): Promise<void> {
  const groups = [...Map.groupBy(places, ({ channelId }) => channelId)];
  await Promise.all(
    groups.map(async ([channelId, group]) => {
      for (let start = 0; start < group.length; start += atOnceMax) {
        await ask(
          channelId,
          group.slice(start, start + atOnceMax).map(({ seq }) => seq),
        );
      }
    }),
  );
}

const keyOf = ({ channelId, seq }: Place): string => `${channelId} ${seq}`;
