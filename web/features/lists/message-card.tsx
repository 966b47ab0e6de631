import type { ReactNode } from 'react';
import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { microsOf } from '../../../protocol/timestamp.ts';
import { pathOf } from '../../app/place.ts';
import { Link } from '../../app/router.tsx';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useChannelName } from '../channels/use-channel-name.ts';
import { authorOf } from '../message/author.ts';
import { usePersonMaybe } from '../message/message-content.tsx';
import { MessageWords } from '../message/message-words.tsx';
import { briefLabel, fullLabel } from '../timeline/day.ts';
import css from './lists.module.css';
import { listTexts } from './texts.ts';

/** A message away from its channel: who, when, where, and the way to it. */
export function MessageCard({ channelId, message, about, isWithin = false, children }: MessageCardProps) {
  const { teamId } = useWorkspace();
  const author = authorOf(message, usePersonMaybe(message.user));
  const name = useChannelName(channelId);
  const { ts, thread_ts: threadTs } = message;
  const isReply = threadTs !== undefined && threadTs !== ts;
  const atMs = microsOf(ts) / 1_000;
  return (
    <article className={css.card}>
      <Avatar id={author.id} name={author.name} image={author.image} kind={author.isApp ? 'bot' : 'person'} />
      <div className={css.what}>
        <p className={css.by}>
          <b className="cut">
            <bdi>{author.name}</bdi>
          </b>
          <Link
            className={css.where}
            href={pathOf({ teamId, channelId, at: ts, ...(isReply ? { threadTs } : {}) })}
            title={fullLabel(atMs)}
          >
            <time dateTime={new Date(atMs).toISOString()}>{briefLabel(atMs)}</time>
            {isWithin || name === '' ? null : <span className="cut"> {listTexts.inChannel(name)}</span>}
            <span className="visually-hidden">: {listTexts.open}</span>
          </Link>
        </p>
        {about === undefined ? null : <p className={css.about}>{about}</p>}
        <MessageWords message={message} note={undefined} />
        {children === undefined ? null : <div className={css.acts}>{children}</div>}
      </div>
    </article>
  );
}
interface MessageCardProps {
  readonly channelId: ChannelId;
  readonly message: Message;
  /** Why it stands here. */
  readonly about?: string;
  /** Its channel is open beside it. */
  readonly isWithin?: boolean;
  readonly children?: ReactNode;
}
