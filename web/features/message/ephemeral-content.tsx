import Eye from 'icon:eye';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Row } from '../../store/contract.ts';
import { Act } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { clockLabel } from '../timeline/day.ts';
import { authorOf } from './author.ts';
import css from './ephemeral-content.module.css';
import { Face, usePersonMaybe } from './message-content.tsx';
import rowCss from './message-row.module.css';
import { MessageWords } from './message-words.tsx';
import { actionTexts } from './action-texts.ts';
import { messageTexts } from './texts.ts';

/** What this person alone is shown: it can be read and put away, and nothing else. */
export function EphemeralContent({ row, channelId, atMs }: EphemeralContentProps) {
  const { messages } = useWorkspace();
  const { message } = row;
  const author = authorOf(message, usePersonMaybe(message.user));
  return (
    <article className={classes(rowCss.row, css.ephemeral)} data-row={row.key} tabIndex={-1}>
      <Face author={author} userId={author.isApp ? undefined : message.user} />
      <div className={rowCss.text}>
        <p className={classes(rowCss.by, css.by)}>
          <b className={classes(rowCss.name, 'cut')}>
            <bdi>{author.name}</bdi>
          </b>
          {author.isApp ? <span className={rowCss.tag}>{messageTexts.app}</span> : null}
          <time className={rowCss.time} dateTime={new Date(atMs).toISOString()}>
            {clockLabel(atMs)}
          </time>
          <span className={css.only}>
            <Icon of={Eye} size={14} />
            {actionTexts.onlyYou}
          </span>
          <Act onClick={() => messages.dismiss(channelId, message.ts)}>{actionTexts.dismiss}</Act>
        </p>
        <MessageWords message={message} note={undefined} />
      </div>
    </article>
  );
}
interface EphemeralContentProps {
  readonly row: Extract<Row, { kind: 'ephemeral' }>;
  readonly channelId: ChannelId;
  readonly atMs: number;
}
