import type { Message } from '../../protocol/entities.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type {
  ChannelObject,
  HistoryQuery,
  MessagePage,
  PackedPage,
  RepliesQuery,
  ThreadHead,
} from '../../protocol/objects/channel.ts';
import { pack } from '../../protocol/objects/packed.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Micros, Timestamp } from '../../protocol/timestamp.ts';
import { microsOf } from '../../protocol/timestamp.ts';
import { requireMember, requireViewer } from './access.ts';
import { readEntries } from './entries.ts';
import { threadHead } from './read-threads.ts';
import type { Room } from './room.ts';
import type { MessageRow } from './rows.ts';
import { threadRoot } from './thread-root.ts';
import { answered } from './views.ts';
import type { Surroundings } from './views.ts';

type Answer<Verb extends keyof ChannelObject> = Awaited<ReturnType<ChannelObject[Verb]>>;

export function viewOfRow(room: Room, row: MessageRow, around?: Surroundings): Message {
  const view = answered(room.messages, room.requireMeta(), [row], around).get(row.seq);
  if (view === undefined) throw new Error(`row ${row.seq} has no view`);
  return view;
}

export function info(room: Room, viewer: Actor): Answer<'info'> {
  const seen = requireViewer(room, viewer);
  return seen.ok ? accept({ summary: room.summary(), isMember: seen.isMember }) : seen;
}

export function message(room: Room, viewer: Actor, ts: Timestamp): Answer<'message'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  const row = room.messages.byTs(microsOf(ts));
  return row === undefined || row.deleted === 1
    ? refuse('message_not_found')
    : accept({ message: viewOfRow(room, row) });
}

export function history(
  room: Room,
  viewer: Actor,
  query: HistoryQuery,
): Outcome<MessagePage & { pinCount: number }, 'channel_not_found'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  const { from, before } = seqRange(room, query);
  const rows = room.messages.page(from, Math.min(before, query.beforeSeq ?? before), query.limit + 1);
  return accept({ ...pageOf(room, rows, query.limit), pinCount: room.messages.pins.count() });
}

/** Parent first, on the first page; then replies from the oldest on. */
export function replies(
  room: Room,
  viewer: Actor,
  query: RepliesQuery,
): Outcome<MessagePage & { thread: ThreadHead }, 'channel_not_found' | 'thread_not_found'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  const named = threadRoot(room, query.ts);
  if (!named.ok) return named;
  const { root, thread } = named;
  const { from, before } = seqRange(room, query);
  const isFirst = query.afterSeq === undefined;
  const start = Math.max(from, (query.afterSeq ?? 0) + 1);
  const wanted = query.limit + 1 - (isFirst ? 1 : 0);
  const rows = room.messages.repliesPage(root.seq, start, before, wanted);
  const page = pageOf(room, isFirst ? [root, ...rows] : rows, query.limit);
  return accept({ ...page, thread: threadHead(room, root, thread) });
}

/** For another object. */
export const packPage = <Page extends MessagePage, Code extends string>(
  page: Outcome<Page, Code>,
): Outcome<PackedPage<Page>, Code> => (page.ok ? accept({ ...page, messages: pack(page.messages) }) : page);

function pageOf(room: Room, rows: readonly MessageRow[], limit: number): MessagePage {
  const shown = rows.slice(0, limit);
  const views = answered(room.messages, room.requireMeta(), shown);
  const last = shown.at(-1);
  return {
    messages: shown.map((row) => views.get(row.seq)).filter((view) => view !== undefined),
    head: room.head.seq,
    ...(rows.length > limit && last !== undefined ? { nextSeq: last.seq } : {}),
  };
}

/** Bounds in time as bounds in `seq`: `from` is the first row taken, `before` the first one not taken. */
function seqRange(
  room: Room,
  bounds: { readonly oldest?: Micros; readonly latest?: Micros; readonly inclusive: boolean },
): { from: number; before: number } {
  const { oldest, latest, inclusive } = bounds;
  const seqFrom = (micros: Micros): number => room.messages.firstFrom(micros)?.seq ?? room.head.seq + 1;
  return {
    from: oldest === undefined ? 1 : seqFrom(inclusive ? oldest : oldest + 1),
    before: latest === undefined ? room.head.seq + 1 : seqFrom(inclusive ? latest + 1 : latest),
  };
}

export function members(
  room: Room,
  viewer: Actor,
  page: { after?: UserId; limit: number },
): Answer<'members'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  const { after = '' } = page;
  const rest = [...room.members.keys()].filter((user) => user > after).toSorted();
  return accept({ members: rest.slice(0, page.limit), more: rest.length > page.limit });
}

export function positionAt(room: Room, viewer: Actor, ts: Timestamp): Answer<'positionAt'> {
  const member = requireMember(room, viewer);
  if (!member.ok) return member;
  const next = room.messages.firstFrom(microsOf(ts) + 1);
  const seq = next === undefined ? room.head.seq : next.seq - 1;
  return accept({ ordinal: room.messages.ordinalAt(seq), seq });
}

export function since(room: Room, viewer: Actor, cursor: number): Answer<'since'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  if (cursor > room.head.seq) return refuse('reset');
  return accept({ entries: readEntries(room, cursor + 1), head: room.head.seq });
}
