import { microsOf } from '../../../protocol/timestamp.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';
import { useSelf } from '../people/use-people.ts';
import { LiveList } from './live-list.tsx';
import { MessageCard } from './message-card.tsx';
import { listTexts } from './texts.ts';
import { ThreadCard } from './thread-card.tsx';
import type { FollowedThread } from './thread-card.tsx';
import { useLive } from './use-live.ts';
import type { Output } from '../../api/call.ts';

type Mention = Output<'mentions.list'>['items'][number];
type Item =
  | { readonly kind: 'mention'; readonly atMs: number; readonly mention: Mention }
  | { readonly kind: 'thread'; readonly atMs: number; readonly thread: FollowedThread };

const mentionsShown = 50;
const threadsShown = 50;
/** Each message may be one; several at once are read once. */
const gatherMs = 1_000;

/** What is meant for oneself, the newest first: mentions, and the threads that one began and others answered in. */
export function Activity() {
  const { call } = useWorkspace();
  const self = useSelf();
  const live = useLive(
    'activity',
    () => readActivity(call, self.id),
    ({ type }) => type === 'message' || type === 'channel_marked' || type.startsWith('thread_'),
    gatherMs,
  );
  return (
    <LiveList
      live={live}
      items={live.value}
      empty={listTexts.empty.activity}
      lede={listTexts.emptyLede.activity}
    >
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

async function readActivity(call: Workspace['call'], selfId: string) {
  const [mentions, threads] = await Promise.all([
    call('mentions.list', { limit: mentionsShown }),
    call('threads.list', { limit: threadsShown }),
  ]);
  if (!mentions.ok) return mentions;
  if (!threads.ok) return threads;
  const items: Item[] = [
    ...mentions.items.map((mention): Item => ({
      kind: 'mention',
      atMs: microsOf(mention.message.ts) / 1_000,
      mention,
    })),
    ...threads.threads.flatMap((thread): Item[] =>
      thread.parent.user === selfId && thread.latest_reply !== undefined && isOfOthers(thread, selfId)
        ? [{ kind: 'thread', atMs: microsOf(thread.latest_reply) / 1_000, thread }]
        : [],
    ),
  ];
  return { ok: true as const, value: items.toSorted((one, other) => other.atMs - one.atMs) };
}

const isOfOthers = ({ parent }: FollowedThread, selfId: string): boolean =>
  parent.reply_users?.some((user) => user !== selfId) ?? false;
