import { decideBookmark } from '../../domain/messages/decide-bookmark.ts';
import type { BookmarkWords } from '../../domain/messages/decide-bookmark.ts';
import type { Bookmark } from '../../protocol/entities.ts';
import type { BookmarkId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { requireViewer, requireWriter } from './access.ts';
import type { BookmarkRow } from './bookmark-store.ts';
import type { EntryKind } from './rows.ts';
import type { Room } from './room.ts';
import type { Meta } from './store.ts';

type Answer<Verb extends keyof ChannelObject> = Awaited<ReturnType<ChannelObject[Verb]>>;

/** Slack's bound, for a channel. */
const bookmarksMax = 100;

export function bookmarks(room: Room, viewer: Actor): Answer<'bookmarks'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  return accept({ bookmarks: room.bookmarks.standing().map((row) => presentBookmark(seen.meta, row)) });
}

export function addBookmark(
  room: Room,
  actor: Actor,
  given: BookmarkWords,
  id: BookmarkId,
): Answer<'addBookmark'> {
  const writer = requireBookmarker(room, actor);
  if (!writer.ok) return writer;
  const decided = decideBookmark(given);
  if (!decided.ok) return decided;
  if (room.bookmarks.standing().length >= bookmarksMax) return refuse('too_many_bookmarks');
  return change(room, actor, 'bookmark_added', ({ seq, seconds }) => ({
    id,
    ...decided.words,
    place: seq,
    created: seconds,
    updated: 0,
    updated_by: actor.userId,
    rev: seq,
    deleted: 0,
  }));
}

export function editBookmark(
  room: Room,
  actor: Actor,
  id: string,
  given: Partial<BookmarkWords>,
): Answer<'editBookmark'> {
  const writer = requireBookmarker(room, actor);
  if (!writer.ok) return writer;
  const row = room.bookmarks.byId(id);
  if (row === undefined || row.deleted === 1) return refuse('not_found');
  const { title, link, emoji } = row;
  const decided = decideBookmark({ title, link, emoji, ...given });
  if (!decided.ok) return decided;
  return change(room, actor, 'bookmark_changed', ({ seq, seconds }) => ({
    ...row,
    ...decided.words,
    updated: seconds,
    updated_by: actor.userId,
    rev: seq,
  }));
}

/** Its words go from the row, and no other row has them. */
export function removeBookmark(room: Room, actor: Actor, id: string): Answer<'removeBookmark'> {
  const writer = requireBookmarker(room, actor);
  if (!writer.ok) return writer;
  const row = room.bookmarks.byId(id);
  if (row === undefined || row.deleted === 1) return refuse('not_found');
  change(room, actor, 'bookmark_removed', ({ seq }) => ({
    ...row,
    title: '',
    link: '',
    emoji: '',
    rev: seq,
    deleted: 1,
  }));
  return accept({});
}

export function presentBookmark({ id: channel, teamId }: Meta, row: BookmarkRow): Bookmark {
  return {
    id: row.id,
    channel_id: channel,
    title: row.title,
    link: row.link,
    emoji: row.emoji,
    // Nobody's browser calls the site that a bookmark leads to before they do.
    icon_url: null,
    type: 'link',
    entity_id: null,
    date_created: row.created,
    date_updated: row.updated,
    rank: row.place.toString(36).padStart(8, '0'),
    last_updated_by_user_id: row.updated_by,
    last_updated_by_team_id: teamId,
    shortcut_id: null,
    app_id: null,
    rev: row.rev,
  };
}

/** Slack's code for everything that a person may see and not change. */
function requireBookmarker(
  room: Room,
  actor: Actor,
): Outcome<object, 'channel_not_found' | 'permission_denied'> {
  const writer = requireWriter(room, actor);
  if (writer.ok) return writer;
  return writer.error === 'channel_not_found' ? refuse(writer.error) : refuse('permission_denied');
}

function change(
  room: Room,
  actor: Actor,
  kind: Extract<EntryKind, 'bookmark_added' | 'bookmark_changed' | 'bookmark_removed'>,
  rowAt: (place: { seq: number; seconds: number }) => BookmarkRow,
): { ok: true; bookmark: Bookmark } {
  const row = room.transact((log) => {
    const { seq, micros } = log.next();
    const written = rowAt({ seq, seconds: Math.floor(micros / 1_000_000) });
    room.bookmarks.save(written);
    room.store.insertEntry({
      seq,
      kind,
      message_seq: null,
      user: actor.userId,
      detail: JSON.stringify({ bookmark: written.id }),
      at: micros,
    });
    return written;
  });
  return accept({ bookmark: presentBookmark(room.requireMeta(), row) });
}
