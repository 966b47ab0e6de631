import type { ChannelKind, ChannelSummary } from '../../protocol/channel-summary.ts';
import type { Bookmark, Message } from '../../protocol/entities.ts';
import type { BookmarkId, ChannelId, UserId } from '../../protocol/ids.ts';
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
  readonly bookmarks: ReadonlyMap<BookmarkId, Bookmark>;
  readonly facts: Facts;
}

/** What the channel is, beside its rows and people. `rev` is the `seq` that it is known at: what is older changes nothing. */
export interface Facts {
  readonly kind: ChannelKind;
  readonly name: string;
  readonly topic: string;
  readonly purpose: string;
  readonly isArchived: boolean;
  readonly rev: number;
}

export const emptyTimeline = (channelId: ChannelId, head: number): Timeline => ({
  channelId,
  head,
  rows: new Map(),
  members: new Set(),
  bookmarks: new Map(),
  facts: { kind: 'public', name: '', topic: '', purpose: '', isArchived: false, rev: 0 },
});

export const withFacts = (timeline: Timeline, facts: Partial<Facts> & Pick<Facts, 'rev'>): Timeline =>
  facts.rev <= timeline.facts.rev ? timeline : { ...timeline, facts: { ...timeline.facts, ...facts } };

/** As a reader finds it who starts now. */
export const factsOf = ({ kind, name, topic, purpose, isArchived, rev }: ChannelSummary): Facts => ({
  kind,
  name,
  topic: topic.value,
  purpose: purpose.value,
  isArchived,
  rev,
});

/** Shown in the channel itself: a reply is only if it was broadcast, with its first words or later. */
export const isTopLevel = ({ ordinal, subtype, thread_ts: threadTs, ts }: Message): boolean =>
  ordinal !== undefined || threadTs === undefined || threadTs === ts || subtype === 'thread_broadcast';

export const withRow = (timeline: Timeline, row: Message): Timeline => ({
  ...timeline,
  rows: new Map(timeline.rows).set(row.ts, row),
});

export function withoutRow(timeline: Timeline, ts: Timestamp): Timeline {
  const rows = new Map(timeline.rows);
  rows.delete(ts);
  return { ...timeline, rows };
}

/** Without what an answer shows of another row, which is held by itself and changes without this one. */
export function asRow({ root: _root, ...row }: Message): Message {
  return row;
}

/** A page that was read at `head`: newer rows win, whichever way they came. */
export function withPage(timeline: Timeline, messages: readonly Message[]): Timeline {
  const rows = new Map(timeline.rows);
  for (const message of messages) {
    const known = rows.get(message.ts);
    if (known === undefined || known.rev < message.rev) rows.set(message.ts, asRow(message));
  }
  return { ...timeline, rows };
}
