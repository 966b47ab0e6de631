import type { MentionPlace, Reading } from '../../protocol/objects/reading.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import type { Person } from './person.ts';

/** Where the person is mentioned, the newest first. */
export function mentions(
  { store }: Person,
  { limit, after }: Parameters<Reading['mentions']>[0],
): { places: MentionPlace[]; more: boolean } {
  const from = after && { ts: after.ts, channel: after.channelId };
  const rows = store.mentionsBefore(from, limit + 1);
  return {
    places: rows
      .slice(0, limit)
      .map(({ channel, seq, ts }) => ({ channelId: channel, seq, ts: ts as Timestamp })),
    more: rows.length > limit,
  };
}
