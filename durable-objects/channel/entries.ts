import type { Message } from '../../protocol/entities.ts';
import type { AnyEventBody, EventBody } from '../../protocol/events.ts';
import type { BookmarkId } from '../../protocol/ids.ts';
import type { LogEntry } from '../../protocol/objects/delivery.ts';
import { unreachable } from '../../protocol/refusal.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import { shown as shownBy } from '../log/shown.ts';
import { presentBookmark } from './bookmark.ts';
import { effectsOfNamed, effectsOfPost } from './entry-effects.ts';
import type { Room } from './room.ts';
import type { EntryRow, MessageRow } from './rows.ts';
import type { Meta } from './store.ts';
import { reactionsOf, surroundingsOf, threadSummary, viewsOf } from './views.ts';
import type { Surroundings } from './views.ts';

/** A call carries at most this much: entries, and characters of their rows. */
const entriesMax = 200;
const charactersMax = 400_000;

/** Entries from `from` on, without a gap, each showing its row as it stands now. Empty at the head. */
export function readEntries(room: Room, from: number): LogEntry[] {
  const to = Math.min(room.head.seq, from + entriesMax - 1);
  if (to < from) return [];
  const posted = room.messages.between(from, to);
  const named = room.store.entries(from, to);
  const shown = new Map(posted.map((row) => [row.seq, row]));
  const missing = named.map((entry) => entry.message_seq).filter((seq) => seq !== null && !shown.has(seq));
  for (const row of room.messages.bySeqs(missing.filter((seq) => seq !== null))) shown.set(row.seq, row);
  const reader = new EntryReader(room, shown);

  const entries = [
    ...posted.map((row) => entryOf(room, row, effectsOfPost(room, row), () => reader.post(row))),
    ...named.map((entry) => {
      const effects = effectsOfNamed(room, entry, shown.get(entry.message_seq ?? 0));
      return entryOf(room, entry, effects, () => reader.named(entry));
    }),
  ].toSorted((one, other) => one.seq - other.seq);
  return fitting(entries, (entry) => shown.get(entry.seq));
}

/** One that cannot be shown tells how the channel stands now, as its event may have done. */
function entryOf(
  room: Room,
  { seq }: { readonly seq: number },
  effects: Omit<LogEntry, 'seq' | 'event'>,
  make: () => AnyEventBody,
): LogEntry {
  const { event } = shownBy(room.requireMeta().id, seq, make);
  return event === undefined ? { seq, summary: room.summary(), ...effects } : { seq, event, ...effects };
}

function fitting(entries: LogEntry[], rowOf: (entry: LogEntry) => MessageRow | undefined): LogEntry[] {
  let characters = 0;
  const end = entries.findIndex((entry) => {
    const row = rowOf(entry);
    characters += (row?.text.length ?? 0) + (row?.content?.length ?? 0) + 500;
    return characters > charactersMax;
  });
  // The first always fits: a batch without an entry would never get on.
  return end === -1 ? entries : entries.slice(0, Math.max(1, end));
}

/** Builds entries of one batch from rows that were read together. */
class EntryReader {
  readonly #room: Room;
  readonly #meta: Meta;
  readonly #rows: ReadonlyMap<number, MessageRow>;
  readonly #views: ReadonlyMap<number, Message>;
  readonly #around: Surroundings;

  constructor(room: Room, rows: ReadonlyMap<number, MessageRow>) {
    this.#room = room;
    this.#meta = room.requireMeta();
    this.#rows = rows;
    const all = [...rows.values()];
    this.#around = surroundingsOf(room.messages, all);
    this.#views = viewsOf(room.messages, this.#meta, all, this.#around);
  }

  post(row: MessageRow): AnyEventBody {
    const view = this.#view(row.seq);
    return {
      ...view,
      channel: this.#meta.id,
      channel_type: channelType(this.#meta),
      event_ts: view.ts,
      ...this.#thread(row),
    };
  }

  named(entry: EntryRow): AnyEventBody {
    const { kind } = entry;
    switch (kind) {
      case 'message_changed':
      case 'message_deleted':
        return this.#change(entry, this.#row(entry));
      case 'reaction_added':
      case 'reaction_removed':
        return this.#reaction(entry, kind, this.#row(entry));
      case 'pin_added':
      case 'pin_removed':
        return this.#pin(entry, kind, this.#row(entry));
      case 'bookmark_added':
      case 'bookmark_changed':
      case 'bookmark_removed':
        return this.#bookmark(entry, kind);
      case 'member_joined_channel':
        return this.#joined(entry);
      case 'member_left_channel':
        return { type: kind, ...this.#membership(entry) };
      case 'channel_archive':
      case 'channel_unarchive':
        return { type: kind, channel: this.#meta.id, user: entry.user, event_ts: timestampOf(entry.at) };
      case 'channel_deleted':
        return { type: kind, channel: this.#meta.id, event_ts: timestampOf(entry.at) };
      default:
        return unreachable(kind);
    }
  }

  /** An edit of a row that is deleted by now shows the deletion: delete wins, also over a late edit. */
  #change(entry: EntryRow, row: MessageRow): AnyEventBody {
    const base = {
      type: 'message',
      hidden: true,
      channel: this.#meta.id,
      channel_type: channelType(this.#meta),
      ts: timestampOf(entry.at),
      event_ts: timestampOf(entry.at),
    } as const;
    if (row.deleted === 0) {
      return { ...base, subtype: 'message_changed', message: this.#view(row.seq) };
    }
    return {
      ...base,
      subtype: 'message_deleted',
      deleted_ts: timestampOf(row.ts),
      // Of what is shown here: read late, it may already count replies that came after this entry.
      rev: this.#view(row.seq).rev,
      ...(row.ordinal === null ? {} : { ordinal: row.ordinal }),
      has_replies: (this.#around.threads.get(row.seq)?.reply_count ?? 0) > 0,
      ...this.#thread(row),
    };
  }

  #reaction<Type extends 'reaction_added' | 'reaction_removed'>(
    entry: EntryRow,
    type: Type,
    row: MessageRow,
  ): EventBody<'reaction_added'> | EventBody<'reaction_removed'> {
    const name = (JSON.parse(entry.detail ?? '{}') as { name?: string }).name ?? '';
    const standing = reactionsOf(this.#around.reactions.get(row.seq) ?? []);
    return {
      type,
      user: entry.user,
      reaction: name,
      item: { type: 'message', channel: this.#meta.id, ts: timestampOf(row.ts) },
      ...(row.deleted === 1 ? {} : { item_user: row.user }),
      event_ts: timestampOf(entry.at),
      users: standing.find((reaction) => reaction.name === name)?.users ?? [],
      names: standing.map((reaction) => reaction.name),
      rev: entry.seq,
    };
  }

  #pin<Type extends 'pin_added' | 'pin_removed'>(
    entry: EntryRow,
    type: Type,
    row: MessageRow,
  ): EventBody<'pin_added'> | EventBody<'pin_removed'> {
    const count = this.#room.messages.pins.count();
    return {
      type,
      user: entry.user,
      channel_id: this.#meta.id,
      item: {
        type: 'message',
        channel: this.#meta.id,
        ts: timestampOf(row.ts),
        created: Math.floor(entry.at / 1_000_000),
        created_by: entry.user,
      },
      ...(row.deleted === 1 ? {} : { item_user: row.user }),
      pin_count: count,
      has_pins: count > 0,
      event_ts: timestampOf(entry.at),
      rev: entry.seq,
    };
  }

  #bookmark<Type extends 'bookmark_added' | 'bookmark_changed' | 'bookmark_removed'>(
    entry: EntryRow,
    type: Type,
  ): EventBody<'bookmark_added'> | EventBody<'bookmark_changed'> | EventBody<'bookmark_removed'> {
    const { bookmark: id } = JSON.parse(entry.detail ?? '{}') as { bookmark?: BookmarkId };
    const row = id === undefined ? undefined : this.#room.bookmarks.byId(id);
    if (row === undefined) throw new Error(`entry ${entry.seq} names no bookmark`);
    return {
      type,
      user: entry.user,
      channel_id: this.#meta.id,
      bookmark_id: row.id,
      ...(row.deleted === 1 ? {} : { bookmark: presentBookmark(this.#meta, row) }),
      event_ts: timestampOf(entry.at),
    };
  }

  #joined(entry: EntryRow): EventBody<'member_joined_channel'> {
    const detail = JSON.parse(entry.detail ?? '{}') as { inviter?: EntryRow['user'] };
    return {
      type: 'member_joined_channel',
      ...this.#membership(entry),
      ...(detail.inviter === undefined ? {} : { inviter: detail.inviter }),
      summary: this.#room.summary(),
    };
  }

  #membership(entry: EntryRow): Omit<EventBody<'member_left_channel'>, 'type'> {
    return {
      user: entry.user,
      channel: this.#meta.id,
      channel_type: this.#meta.id.slice(0, 1),
      team: this.#meta.teamId,
      event_ts: timestampOf(entry.at),
      member_count: this.#room.members.size,
    };
  }

  /** A reply's parent, as it stands; of a deleted parent its own thread. */
  #thread(row: MessageRow): { thread?: EventBody<'message'>['thread'] } {
    if (row.thread_seq === null && row.deleted === 0) return {};
    const thread = this.#around.threads.get(row.thread_seq ?? row.seq);
    const ts = this.#view(row.seq).thread_ts;
    return thread === undefined || ts === undefined ? {} : { thread: { ts, ...threadSummary(thread) } };
  }

  #row(entry: EntryRow): MessageRow {
    const row = this.#rows.get(entry.message_seq ?? 0);
    if (row === undefined) throw new Error(`entry ${entry.seq} names no row`);
    return row;
  }

  #view(seq: number): Message {
    const view = this.#views.get(seq);
    if (view === undefined) throw new Error(`row ${seq} was not read`);
    return view;
  }
}

const channelTypes = { public: 'channel', private: 'group', direct: 'im', group: 'mpim' } as const;
const channelType = (meta: Meta): string => channelTypes[meta.kind];
