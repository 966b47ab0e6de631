import { decodeEntities } from '../../../domain/mrkdwn/entities.ts';
import { parseLiteral } from '../../../domain/mrkdwn/literal.ts';
import { parseMrkdwn } from '../../../domain/mrkdwn/parse.ts';
import { EmojiText } from '../emoji/emoji-text.tsx';
import { MessageText, Paragraphs } from '../message/message-text.tsx';
import css from './blocks.module.css';
import { fieldsOf, wordsAt } from './fields.ts';

/** Block Kit's text: `mrkdwn`, or `plain_text`, of which emoji alone mean something. */
export function TextObject({ of, isFolded = false }: { of: unknown; isFolded?: boolean }) {
  const fields = fieldsOf(of);
  const text = wordsAt(fields, 'text');
  if (text === '') return null;
  if (fields.type !== 'mrkdwn') return <PlainText text={text} hasEmoji={fields.emoji !== false} />;
  const isVerbatim = fields.verbatim === true;
  return isFolded && !isVerbatim ? (
    <MessageText text={text} />
  ) : (
    <Mrkdwn text={text} isVerbatim={isVerbatim} />
  );
}

export const Mrkdwn = ({ text, isVerbatim = false, isLiteral = false }: MrkdwnProps) => (
  <div className={css.words}>
    <Paragraphs blocks={isLiteral ? parseLiteral(text) : parseMrkdwn(text, { isVerbatim })} />
  </div>
);
interface MrkdwnProps {
  readonly text: string;
  readonly isVerbatim?: boolean;
  /** Its marks mean nothing: they are shown as they were written. */
  readonly isLiteral?: boolean;
}

export const PlainText = ({ text, hasEmoji = true }: { text: string; hasEmoji?: boolean }) => (
  <p className={css.plain} dir="auto">
    <PlainWords text={text} hasEmoji={hasEmoji} />
  </p>
);

/** Within a line. */
export const PlainWords = ({ text, hasEmoji = true }: { text: string; hasEmoji?: boolean }) => {
  const words = decodeEntities(text);
  return hasEmoji ? <EmojiText text={words} /> : words;
};

/** What a text object says, for a label. */
export const labelOf = (of: unknown): string => decodeEntities(wordsAt(fieldsOf(of), 'text'));
