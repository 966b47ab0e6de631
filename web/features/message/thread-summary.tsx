import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { microsOf } from '../../../protocol/timestamp.ts';
import { Link } from '../../app/router.tsx';
import { pathOf } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { briefLabel } from '../timeline/day.ts';
import css from './message-row.module.css';
import { messageTexts } from './texts.ts';

const facesMax = 4;

/** Under a message with replies: who, how many, when last. */
export function ThreadSummary({ channelId, message }: { channelId: ChannelId; message: Message }) {
  const { teamId } = useWorkspace();
  const { ts, reply_count: count = 0, reply_users: people = [], latest_reply: latest } = message;
  // A reply that is shown in the channel carries its parent's counts nowhere.
  if (count === 0 || (message.thread_ts !== undefined && message.thread_ts !== ts)) return null;
  return (
    <div>
      <Link className={css.summary} href={pathOf({ teamId, channelId, threadTs: ts })}>
        <span className={css.faces}>
          {people.slice(0, facesMax).map((id) => (
            <PersonAvatar key={id} userId={id} size={20} />
          ))}
        </span>
        <b>{messageTexts.replies(count)}</b>
        <span className="visually-hidden">{messageTexts.openThread}</span>
        {latest === undefined ? null : (
          <span className="cut">{messageTexts.lastReply(briefLabel(microsOf(latest) / 1_000))}</span>
        )}
      </Link>
    </div>
  );
}
