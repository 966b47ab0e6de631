import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import type { Message } from '../../../../protocol/entities.ts';
import type { ChannelId } from '../../../../protocol/ids.ts';
import type { ThreadHead } from '../../../../protocol/objects/channel.ts';
import type { ThreadMark } from '../../../../protocol/objects/reading.ts';
import { accept } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { handler } from '../../handler.ts';
import { showParent, unreadIn } from '../../show-thread.ts';
import { compareThreads, readPlace, writePlace } from '../../thread-place.ts';
import type { ThreadOrder } from '../../thread-place.ts';

/** A list looks at those that one followed or read last: each of their channels is asked. */
const followedMax = 1_000;

/**
 * What is new in a thread writes nothing to those who follow it, so their channels say it when the list is read:
 * first where each thread stands, then, of one page alone, the parents.
 */
export const threadsList = handler<'threads.list'>(async (context, args) => {
  const start = readCursor('threads.list', args.cursor, isPlace);
  if (!start.ok) return start;
  const after = start.after === undefined ? undefined : readPlace(start.after);
  const { objects, actor } = context;
  const marks = await objects.member(actor.teamId, actor.userId).followedThreads(followedMax);
  const all = await threadsOf(context, marks);
  const unread = all.filter(({ unreadCount }) => unreadCount > 0);
  const rest = (args.unread_only ? unread : all)
    .toSorted(compareThreads)
    .filter((thread) => after === undefined || compareThreads(thread, after) > 0);
  const page = rest.slice(0, args.limit);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return accept({
    threads: await shown(context, page),
    unread_threads: unread.length,
    response_metadata: { next_cursor: writeCursor('threads.list', last && writePlace(last)) },
  });
});

const isPlace = (text: string): text is string => readPlace(text) !== undefined;

interface FollowedThread extends ThreadOrder {
  readonly mark: ThreadMark;
  readonly unreadCount: number;
}

async function threadsOf(context: CallerCall, marks: readonly ThreadMark[]): Promise<FollowedThread[]> {
  const heads = await headsOf(context, marks, false);
  return marks.flatMap((mark) => {
    const head = heads.get(keyOf(mark));
    if (head === undefined) return [];
    const { channelId, threadTs } = mark;
    const activity = head.latestReply ?? threadTs;
    return [{ mark, channelId, threadTs, activity, unreadCount: unreadIn(head, mark) }];
  });
}

async function shown(context: CallerCall, page: readonly FollowedThread[]) {
  const marks = page.map(({ mark }) => mark);
  const heads = await headsOf(context, marks, true);
  return marks.flatMap((mark) => {
    const head = heads.get(keyOf(mark));
    if (head?.parent === undefined) return [];
    return [
      {
        channel: mark.channelId,
        thread_ts: mark.threadTs,
        parent: showParent(head.parent, head, mark),
        reply_count: head.replyCount,
        ...(head.latestReply === undefined ? {} : { latest_reply: head.latestReply }),
        unread_count: unreadIn(head, mark),
        last_read: mark.markTs,
      },
    ];
  });
}

type Head = ThreadHead & { readonly parent?: Message };

/** One call for each channel. What a channel no longer shows to this person is left out. */
async function headsOf(
  { objects, actor }: CallerCall,
  marks: readonly ThreadMark[],
  withParents: boolean,
): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>();
  const ofChannel = async ([channelId, group]: [ChannelId, ThreadMark[]]): Promise<void> => {
    const wanted = group.map(({ threadTs }) => threadTs);
    const answer = await objects.channel(channelId).threadHeads(actor, wanted, withParents);
    if (!answer.ok) return;
    for (const head of answer.heads) heads.set(keyOf({ channelId, threadTs: head.threadTs }), head);
  };
  await Promise.all([...Map.groupBy(marks, ({ channelId }) => channelId)].map(ofChannel));
  return heads;
}

const keyOf = ({ channelId, threadTs }: Pick<ThreadMark, 'channelId' | 'threadTs'>): string =>
  `${channelId} ${threadTs}`;
