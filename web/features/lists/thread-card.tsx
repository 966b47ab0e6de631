import type { Output } from '../../api/call.ts';
import { microsOf } from '../../../protocol/timestamp.ts';
import { pathOf } from '../../app/place.ts';
import { Link } from '../../app/router.tsx';
import { useWorkspace } from '../../app/workspace-context.ts';
import { messageTexts } from '../message/texts.ts';
import { briefLabel } from '../timeline/day.ts';
import css from './lists.module.css';
import { MessageCard } from './message-card.tsx';
import { listTexts } from './texts.ts';

export type FollowedThread = Output<'threads.list'>['threads'][number];

/** A thread by its first message, with how many answered and what is new. */
export function ThreadCard({ thread, about }: { thread: FollowedThread; about?: string }) {
  const { teamId } = useWorkspace();
  const { channel, thread_ts: threadTs, parent, latest_reply: latest, unread_count: news } = thread;
  return (
    <MessageCard channelId={channel} message={parent} {...(about === undefined ? {} : { about })}>
      <Link className={css.thread} href={pathOf({ teamId, channelId: channel, threadTs })}>
        <b>{messageTexts.replies(thread.reply_count)}</b>
        <span className="visually-hidden">{listTexts.openThread}</span>
        {latest === undefined ? null : (
          <span className={css.quiet}>{listTexts.lastReply(briefLabel(microsOf(latest) / 1_000))}</span>
        )}
        {news === 0 ? null : <span className={css.new}>{listTexts.newReplies(news)}</span>}
      </Link>
    </MessageCard>
  );
}
