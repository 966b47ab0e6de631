import { later } from '../../app/later.ts';
import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import Trash2 from 'icon:trash';
import { Suspense } from 'react';
import type { Message, User } from '../../../protocol/entities.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { $card } from '../../app/layers.ts';
import { Link } from '../../app/router.tsx';
import { pathOf } from '../../app/place.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Row } from '../../store/contract.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { useSelf } from '../people/use-people.ts';
import { Status } from '../profile/status.tsx';
import { clockLabel, fullLabel } from '../timeline/day.ts';
import { authorOf } from './author.ts';
import type { Author } from './author.ts';
import { $editing } from './editing.ts';
import { wordsOf } from './fallback-text.ts';
import type { MessageRowProps } from './message-row.tsx';
import css from './message-row.module.css';
import { MessageText } from './message-text.tsx';
import { MessageWords } from './message-words.tsx';
import { Failed, isOnItsWay, PendingNote, PendingState } from './pending-marks.tsx';
import { Reactions } from './reactions.tsx';
import { RowMarks } from './row-marks.tsx';
import { messageTexts } from './texts.ts';
import { ThreadSummary } from './thread-summary.tsx';

const EditBox = later(() => import('./edit-box.tsx'), 'EditBox');
const $nobody = atom<User | undefined>(undefined);
export const usePersonMaybe = (userId: UserId | undefined): User | undefined => {
  const { people } = useWorkspace();
  return useStore(userId === undefined ? $nobody : people.person(userId));
};

/**
 * A message, on its way or stored: face or time at the left, who and what at the right. What is the same in both has
 * the same place here, so that nothing of it is made anew when the server has it.
 */
export function MessageContent(props: MessageContentProps) {
  const { item, channelId, within, mayAct, row } = props;
  const self = useSelf();
  const message = row.kind === 'message' ? row.message : undefined;
  const pending = row.kind === 'pending' ? row.pending : undefined;
  const userId = message === undefined ? self.id : message.user;
  const user = usePersonMaybe(userId);
  const author = authorOf(message ?? { user: self.id }, user);
  const editing = useStore($editing);
  const isEdited =
    message !== undefined &&
    editing?.ts === message.ts &&
    editing.channelId === channelId &&
    editing.within === within;
  if (message?.subtype === 'tombstone')
    return <Gone channelId={channelId} message={message} within={within} />;
  return (
    <>
      {item.isContinuation ? <Gutter {...props} /> : <Face author={author} userId={userId} />}
      <div className={css.text}>
        {item.isContinuation ? null : <ByLine {...props} author={author} user={user} />}
        {message === undefined ? null : (
          <>
            <RowMarks message={message} />
            <BroadcastContext channelId={channelId} message={message} within={within} />
          </>
        )}
        {isEdited ? (
          <Suspense fallback={<MessageText text={wordsOf(message)} />}>
            <EditBox channelId={channelId} message={message} within={within} />
          </Suspense>
        ) : (
          <div
            className={classes(
              css.words,
              isFaint(row) && css.pending,
              message?.subtype === 'me_message' && css.me,
            )}
          >
            <MessageWords message={row.kind === 'message' ? row.message : row.pending} note={noteOf(row)} />
          </div>
        )}
        {pending?.state === 'failed' ? <Failed pending={pending} /> : null}
        {message === undefined ? null : (
          <>
            <Reactions channelId={channelId} message={message} mayAct={mayAct} />
            {within === 'channel' ? <ThreadSummary channelId={channelId} message={message} /> : null}
          </>
        )}
      </div>
    </>
  );
}
type MessageContentProps = MessageRowProps & { readonly row: Exclude<Row, { kind: 'ephemeral' }> };

const isFaint = (row: MessageContentProps['row']): boolean =>
  row.kind === 'pending' ? isOnItsWay(row.pending) : row.change === 'saving';

function noteOf(row: MessageContentProps['row']): string | undefined {
  if (row.kind === 'pending') return undefined;
  if (row.change === 'saving') return messageTexts.saving;
  return row.message.edited === undefined ? undefined : messageTexts.edited;
}

const Gutter = ({ item, channelId, row }: MessageContentProps) =>
  row.kind === 'pending' ? (
    <PendingState pending={row.pending} />
  ) : (
    <TimeLink className={css.gutter} channelId={channelId} message={row.message} atMs={item.atMs} />
  );

export function Face({ author, userId }: { author: Author; userId: UserId | undefined }) {
  const face =
    author.emoji === undefined ? (
      <Avatar id={author.id} name={author.name} image={author.image} kind={author.isApp ? 'bot' : 'person'} />
    ) : (
      <span className={classes(css.face, css.goneFace)} aria-hidden>
        <EmojiGlyph name={author.emoji.replaceAll(':', '')} />
      </span>
    );
  if (userId === undefined) return <span className={css.face}>{face}</span>;
  return (
    <button
      type="button"
      className={css.face}
      tabIndex={-1}
      aria-hidden
      onClick={(event) => $card.set({ userId, anchor: event.currentTarget })}
    >
      {face}
    </button>
  );
}

function ByLine({ author, user: person, item, channelId, row }: ByLineProps) {
  const self = useSelf();
  const user = row.kind === 'pending' ? self.id : row.message.user;
  const isSelf = user === self.id && !author.isApp;
  return (
    <p className={css.by}>
      {user === undefined ? (
        <b className={classes(css.name, 'cut')}>
          <bdi>{author.name}</bdi>
        </b>
      ) : (
        <button
          type="button"
          className={classes(css.name, 'cut', isSelf && css.self)}
          onClick={(event) => $card.set({ userId: user, anchor: event.currentTarget })}
        >
          <bdi>{author.name}</bdi>
        </button>
      )}
      {author.isApp ? <span className={css.tag}>{messageTexts.app}</span> : <Status of={person} />}
      {row.kind === 'pending' ? (
        <>
          <time className={css.time}>{clockLabel(item.atMs)}</time>
          <PendingNote pending={row.pending} />
        </>
      ) : (
        <TimeLink className={css.time} channelId={channelId} message={row.message} atMs={item.atMs} />
      )}
    </p>
  );
}
interface ByLineProps extends MessageContentProps {
  readonly author: Author;
  readonly user: User | undefined;
}

/** The time is the message's address. */
function TimeLink({ className, channelId, message, atMs }: TimeLinkProps) {
  const { teamId } = useWorkspace();
  const { ts, thread_ts: threadTs } = message;
  const isReply = threadTs !== undefined && threadTs !== ts;
  return (
    <Link
      className={className}
      href={pathOf({ teamId, channelId, at: ts, ...(isReply ? { threadTs } : {}) })}
      aria-label={messageTexts.link(fullLabel(atMs))}
      tabIndex={-1}
    >
      <time dateTime={new Date(atMs).toISOString()} title={fullLabel(atMs)}>
        {clockLabel(atMs)}
      </time>
    </Link>
  );
}

interface TimeLinkProps {
  readonly className: string | undefined;
  readonly channelId: MessageRowProps['channelId'];
  readonly message: Message;
  readonly atMs: number;
}

/** A reply that is shown in the channel says where it belongs. */
function BroadcastContext({ channelId, message, within }: ContextProps) {
  const { teamId } = useWorkspace();
  const { thread_ts: threadTs } = message;
  if (message.subtype !== 'thread_broadcast' || threadTs === undefined) return null;
  if (within === 'thread') return <p className={css.context}>{messageTexts.alsoInChannel}</p>;
  return (
    <p className={css.context}>
      <Link href={pathOf({ teamId, channelId, threadTs })}>{messageTexts.repliedInThread}</Link>
    </p>
  );
}
type ContextProps = Pick<MessageRowProps, 'channelId' | 'within'> & { readonly message: Message };

const Gone = ({ channelId, message, within }: ContextProps) => (
  <>
    <span className={classes(css.face, css.goneFace)} aria-hidden>
      <Icon of={Trash2} />
    </span>
    <div className={css.text}>
      <p className={css.gone}>{messageTexts.deleted}</p>
      {within === 'channel' ? <ThreadSummary channelId={channelId} message={message} /> : null}
    </div>
  </>
);
