import { deletedOrdinalsMax } from '../../domain/unread/unread.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject, ThreadHead } from '../../protocol/objects/channel.ts';
import { accept } from '../../protocol/refusal.ts';
import { microsOf, timestampOf } from '../../protocol/timestamp.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { requireMember, requireViewer } from './access.ts';
import type { Room } from './room.ts';
import type { MessageRow, ThreadRow } from './rows.ts';
import { threadRoot } from './thread-root.ts';
import { viewsOf } from './views.ts';

type Answer<Verb extends keyof ChannelObject> = Awaited<ReturnType<ChannelObject[Verb]>>;

/** What of its threads a person's list of them needs. */
export function threadHeads(
  room: Room,
  viewer: Actor,
  threads: readonly Timestamp[],
  withParents: boolean,
): Answer<'threadHeads'> {
  const seen = requireViewer(room, viewer);
  if (!seen.ok) return seen;
  const found = threads.map((ts) => threadRoot(room, ts)).filter((one) => one.ok);
  const roots = withParents ? found.map(({ root }) => root) : [];
  const views = viewsOf(room.messages, seen.meta, roots);
  const heads = found.map(({ root, thread }) => {
    const parent = views.get(root.seq);
    return { ...threadHead(room, root, thread), ...(parent === undefined ? {} : { parent }) };
  });
  return accept({ heads });
}

export function threadHead(room: Room, root: MessageRow, thread: ThreadRow | undefined): ThreadHead {
  const latest = thread?.latest_ts ?? null;
  return {
    threadTs: timestampOf(root.ts),
    replyCount: thread?.reply_count ?? 0,
    ordinal: thread?.last_ordinal ?? 0,
    deletedOrdinals: room.messages.deletedThreadOrdinals(root.seq, deletedOrdinalsMax),
    ...(latest === null ? {} : { latestReply: timestampOf(latest) }),
  };
}

/** Where a mark at `ts` stands in a thread: at the newest reply that is not after it. */
export function threadPosition(
  room: Room,
  viewer: Actor,
  threadTs: Timestamp,
  ts?: Timestamp,
): Answer<'threadPosition'> {
  const member = requireMember(room, viewer);
  if (!member.ok) return member;
  const named = threadRoot(room, threadTs);
  if (!named.ok) return named;
  const { root, thread } = named;
  const last = timestampOf(Math.max(root.ts, thread?.latest_ts ?? 0));
  return accept({
    threadTs: timestampOf(root.ts),
    place: {
      seq: room.head.seq,
      ordinal:
        ts === undefined
          ? (thread?.last_ordinal ?? 0)
          : room.messages.threadOrdinalAt(root.seq, microsOf(ts)),
      ts: ts ?? last,
    },
  });
}
