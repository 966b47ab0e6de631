import type { Message } from '../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/**
 * A channel as a client holds it: a snapshot, kept right by events. Rows are of any part of the history, replies
 * among them; a deleted message without replies has no row.
 */
export interface Timeline {
  readonly channelId: ChannelId;
  /** The cursor: the last `seq` that it has. */
  readonly head: number;
  readonly rows: ReadonlyMap<Timestamp, Message>;
  readonly members: ReadonlySet<UserId>;
  readonly isArchived: boolean;
}

export const emptyTimeline = (channelId: ChannelId, head: number): Timeline => ({
  channelId,
  head,
  rows: new Map(),
  members: new Set(),
  isArchived: false,
});

export const withRow = (timeline: Timeline, row: Message): Timeline => ({
  ...timeline,
  rows: new Map(timeline.rows).set(row.ts, row),
});

export function withoutRow(timeline: Timeline, ts: Timestamp): Timeline {
  const rows = new Map(timeline.rows);
  rows.delete(ts);
  return { ...timeline, rows };
}

/** A page that was read at `head`: newer rows win, whichever way they came. */
export function withPage(timeline: Timeline, messages: readonly Message[]): Timeline {
  const rows = new Map(timeline.rows);
  for (const message of messages) {
    const known = rows.get(message.ts);
    if (known === undefined || known.rev < message.rev) rows.set(message.ts, message);
  }
  return { ...timeline, rows };
}
