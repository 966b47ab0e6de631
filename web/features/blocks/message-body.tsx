import { wordsOf } from '../message/fallback-text.ts';
import textCss from '../message/message-text.module.css';
import { MessageText } from '../message/message-text.tsx';
import type { Said } from '../message/rich.ts';
import { AttachmentView } from './attachment.tsx';
import { Blocks, isKnown } from './block.tsx';
import css from './blocks.module.css';
import { fieldsOf } from './fields.ts';
import { hasControls } from './has-controls.ts';
import { blockTexts } from './texts.ts';

/** A message that is more than words. Its blocks stand in place of its text, its attachments below it. */
export function MessageBody({ message, note }: MessageBodyProps) {
  const { blocks = [], attachments = [] } = message;
  const isDrawn = blocks.some((block) => isKnown(fieldsOf(block)));
  const words = isDrawn ? '' : attachments.length > 0 ? message.text.trim() : wordsOf(message);
  return (
    <div className={css.body}>
      {isDrawn ? <Blocks blocks={blocks} /> : null}
      {words === '' ? null : <MessageText text={words} note={note} isLiteral={message.mrkdwn === false} />}
      {attachments.map((attachment, index) => (
        <AttachmentView key={index} attachment={fieldsOf(attachment)} />
      ))}
      {hasControls([...blocks, ...attachments]) ? <p className={css.later}>{blockTexts.later}</p> : null}
      {note === undefined || words !== '' ? null : <p className={textCss.note}>{note}</p>}
    </div>
  );
}
interface MessageBodyProps {
  readonly message: Said;
  readonly note: string | undefined;
}
