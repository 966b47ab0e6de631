import { microsOf } from '../../../protocol/timestamp.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';
import { useSelf } from '../people/use-people.ts';
import { LiveList } from './live-list.tsx';
import { MessageCard } from './message-card.tsx';
import { listTexts } from './texts.ts';
import { readPages } from './read-pages.ts';
import type { Listed } from './read-pages.ts';
import { ThreadCard } from './thread-card.tsx';
import type { FollowedThread } from './thread-card.tsx';
import { useLive } from './use-live.ts';
import type { Output } from '../../api/call.ts';

type Mention = Output<'mentions.list'>['items'][number];
type Item =
  | { readonly kind: 'mention'; readonly atMs: number; readonly mention: Mention }
  | { readonly kind: 'thread'; readonly atMs: number; readonly thread: FollowedThread };

const pageSize = 50;
/** Each message may be one; several at once are read once. */
const gatherMs = 1_000;

/** What is meant for oneself, the newest first: mentions, and the threads that one began and others answered in. */
export function Activity() {
  const { call } = useWorkspace();
  const self = useSelf();
  const live = useLive(
    'activity',
    (pages) => readActivity(call, self.id, pages),
    ({ type }) => type === 'message' || type === 'channel_marked' || type.startsWith('thread_'),
    gatherMs,
  );
  return (
    <LiveList live={live} empty={listTexts.empty.activity} lede={listTexts.emptyLede.activity}>
      {(item) =>
        item.kind === 'mention' ? (
          <li key={`${item.mention.channel}${item.mention.message.ts}`}>
            <MentionCard mention={item.mention} />
          </li>
        ) : (
          <li key={`${item.thread.channel}${item.thread.thread_ts}/thread`}>
            <ThreadCard thread={item.thread} about={listTexts.replied} />
          </li>
        )
      }
    </LiveList>
  );
}

const MentionCard = ({ mention: { channel, message } }: { mention: Mention }) => (
  <MessageCard channelId={channel} message={message} about={listTexts.mentioned} />
);

async function readActivity(call: Workspace['call'], selfId: string, pages: number) {
  const [mentions, threads] = await Promise.all([
    readPages(pages, async (cursor) => {
      const answer = await call('mentions.list', { limit: pageSize, cursor });
      if (!answer.ok) return answer;
      return { ok: true, items: answer.items.map(itemOfMention), next: answer.response_metadata.next_cursor };
    }),
    readPages(pages, async (cursor) => {
      const answer = await call('threads.list', { limit: pageSize, cursor });
      if (!answer.ok) return answer;
      return {
        ok: true,
        items: answer.threads.map(itemOfThread),
        next: answer.response_metadata.next_cursor,
      };
    }),
  ]);
  if (!mentions.ok) return mentions;
  if (!threads.ok) return threads;
  // What is older than the end of either may have something between that was not read yet.
  const since = Math.max(endOf(mentions.value), endOf(threads.value));
  const items = [...mentions.value.items, ...threads.value.items.filter((item) => isForMe(item, selfId))]
    .filter(({ atMs }) => atMs >= since)
    .toSorted((one, other) => other.atMs - one.atMs);
  return { ok: true as const, value: { items, hasMore: mentions.value.hasMore || threads.value.hasMore } };
}

const endOf = ({ items, hasMore }: Listed<Item>): number => (hasMore ? (items.at(-1)?.atMs ?? 0) : 0);

const itemOfMention = (mention: Mention): Item => ({
  kind: 'mention',
  atMs: microsOf(mention.message.ts) / 1_000,
  mention,
});

const itemOfThread = (thread: FollowedThread): Item => ({
  kind: 'thread',
  atMs: microsOf(thread.latest_reply ?? thread.thread_ts) / 1_000,
  thread,
});

/** One's own thread in which others answered. */
const isForMe = (item: Item, selfId: string): boolean =>
  item.kind === 'mention' || (item.thread.parent.user === selfId && isOfOthers(item.thread, selfId));

const isOfOthers = ({ parent }: FollowedThread, selfId: string): boolean =>
  parent.reply_users?.some((user) => user !== selfId) ?? false;
