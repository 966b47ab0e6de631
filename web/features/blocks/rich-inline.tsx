import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { linkAddress } from '../../../domain/mrkdwn/link-address.ts';
import { isChannelId, isUserId } from '../../../protocol/ids.ts';
import { classes } from '../../ui/classes.ts';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { ChannelMention, MessageLink, PersonMention } from '../message/mentions.tsx';
import textCss from '../message/message-text.module.css';
import { messageTexts } from '../message/texts.ts';
import css from './blocks.module.css';
import { dateWords } from './date-words.ts';
import { fieldsOf, linkAt, numberAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { TeamMention, UsergroupMention } from './group-mentions.tsx';

export const Inlines = ({ elements }: { elements: readonly Fields[] }) =>
  elements.map((element, index) => (
    <Fragment key={index}>
      <Styled style={fieldsOf(element.style)}>{inline(element)}</Styled>
    </Fragment>
  ));

function inline(element: Fields): ReactNode {
  switch (element.type) {
    case 'text':
      return wordsAt(element, 'text');
    case 'link':
      return <LinkWords element={element} />;
    case 'user':
      return mentionOf(wordsAt(element, 'user_id'));
    case 'channel':
      return mentionOf(wordsAt(element, 'channel_id'));
    case 'broadcast':
      return <span className={classes(textCss.mention, textCss.own)}>@{rangeOf(element)}</span>;
    case 'emoji':
      return <Emoji element={element} />;
    case 'usergroup':
      return <UsergroupMention id={wordsAt(element, 'usergroup_id')} />;
    case 'team':
      return <TeamMention id={wordsAt(element, 'team_id')} />;
    case 'color':
      return <Colour value={wordsAt(element, 'value')} />;
    case 'date':
      return <DateWords element={element} />;
    default:
      return null;
  }
}

/** From within to without, so that all of them hold at once. */
function Styled({ style, children }: { style: Fields; children: ReactNode }) {
  let shown = children;
  if (style.code === true)
    shown = (
      <code className={textCss.code} dir="ltr">
        {shown}
      </code>
    );
  if (style.strike === true) shown = <s>{shown}</s>;
  if (style.underline === true) shown = <u>{shown}</u>;
  if (style.italic === true) shown = <em>{shown}</em>;
  if (style.bold === true) shown = <strong>{shown}</strong>;
  if (style.highlight === true || style.client_highlight === true)
    shown = <mark className={css.mark}>{shown}</mark>;
  return shown;
}

function LinkWords({ element }: { element: Fields }) {
  const url = linkAt(element, 'url');
  const label = wordsAt(element, 'text');
  if (url === undefined || fieldsOf(element.style).unlink === true) return label || wordsAt(element, 'url');
  return <MessageLink url={url} label={label || url.replace(/^mailto:/i, '')} />;
}

function mentionOf(id: string): ReactNode {
  if (isUserId(id)) return <PersonMention userId={id} label="" />;
  if (isChannelId(id)) return <ChannelMention channelId={id} label="" />;
  return <span className={textCss.mention}>{messageTexts.unknownPerson}</span>;
}

const rangeOf = (element: Fields): string =>
  ['here', 'channel', 'everyone'].find((range) => range === element.range) ?? 'channel';

function Emoji({ element }: { element: Fields }) {
  const tone = numberAt(element, 'skin_tone');
  const name = wordsAt(element, 'name');
  const isToned = tone !== undefined && tone > 1 && !name.includes('::');
  return <EmojiGlyph name={isToned ? `${name}::skin-tone-${tone}` : name} />;
}

/** A swatch before the value, which stays readable. Nothing but a colour becomes a style. */
const Colour = ({ value }: { value: string }) => (
  <span className={css.colour}>
    {/^#[0-9a-f]{3,8}$/i.test(value) ? <i style={{ background: value }} aria-hidden /> : null}
    {value}
  </span>
);

function DateWords({ element }: { element: Fields }) {
  const seconds = numberAt(element, 'timestamp');
  const said =
    seconds === undefined ? undefined : dateWords(seconds, wordsAt(element, 'format'), Date.now() / 1_000);
  const words = said ?? wordsAt(element, 'fallback');
  const url = linkAt(element, 'url');
  return url === undefined ? words : <MessageLink url={url} label={words} />;
}

/** Of code: nothing in it means anything. */
export const plainWordsOf = (element: Fields): string =>
  element.type === 'link'
    ? wordsAt(element, 'text') || (linkAddress(wordsAt(element, 'url')) ?? '')
    : wordsAt(element, 'text');
