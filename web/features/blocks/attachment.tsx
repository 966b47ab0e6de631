import { useState } from 'react';
import { Act } from '../../ui/button.tsx';
import { isOurs } from '../../ui/our-picture.ts';
import { classes } from '../../ui/classes.ts';
import { MessageLink } from '../message/mentions.tsx';
import { MessageText } from '../message/message-text.tsx';
import { fullLabel } from '../timeline/day.ts';
import { Blocks, isKnown } from './block.tsx';
import css from './blocks.module.css';
import { Element } from './element.tsx';
import { linkAt, listAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { FramedLink } from './framed-link.tsx';
import { Picture, SmallImage } from './image-block.tsx';
import { Mrkdwn, PlainWords } from './text-object.tsx';
import { blockTexts } from './texts.ts';

/** What stands below a message, with a bar in its colour: older than blocks, and what unfurled links become. */
export function AttachmentView({ attachment }: { attachment: Fields }) {
  const pretext = wordsAt(attachment, 'pretext');
  return (
    <div className={css.attachment}>
      {pretext === '' ? null : <Mrkdwn text={pretext} isLiteral={isLiteral(attachment, 'pretext')} />}
      <div className={css.barred} style={barOf(wordsAt(attachment, 'color'))}>
        <Inside attachment={attachment} />
      </div>
    </div>
  );
}

function Inside({ attachment }: { attachment: Fields }) {
  const blocks = listAt(attachment, 'blocks');
  if (blocks.some(isKnown)) return <Blocks blocks={blocks} />;
  if (!hasMore(attachment))
    return (
      <>
        <MessageText text={wordsAt(attachment, 'fallback')} />
        <Foot attachment={attachment} />
      </>
    );
  const text = wordsAt(attachment, 'text');
  return (
    <>
      <div className={css.beside}>
        <div className={css.main}>
          <Author attachment={attachment} />
          <Title attachment={attachment} />
          {text === '' ? null : <MessageText text={text} isLiteral={isLiteral(attachment, 'text')} />}
        </div>
        <Thumb attachment={attachment} />
      </div>
      <AttachedFields fields={listAt(attachment, 'fields')} isAsWritten={isLiteral(attachment, 'fields')} />
      <Image url={linkAt(attachment, 'image_url')} title={wordsAt(attachment, 'title')} />
      <Actions attachment={attachment} />
      <Foot attachment={attachment} />
    </>
  );
}
/** More than its fallback. */
const hasMore = (attachment: Fields): boolean =>
  parts.some((part) => wordsAt(attachment, part) !== '') ||
  ['fields', 'actions'].some((list) => listAt(attachment, list).length > 0);
const parts = ['pretext', 'author_name', 'title', 'text', 'image_url', 'thumb_url', 'footer'];

/** Where `mrkdwn_in` names what is formatted, the rest is not; without it, everything is. */
const isLiteral = ({ mrkdwn_in: formatted }: Fields, part: 'pretext' | 'text' | 'fields'): boolean =>
  Array.isArray(formatted) && !formatted.includes(part);

/** Slack's three words, or a colour; nothing else becomes a style. */
function barOf(color: string): { borderColor: string } | undefined {
  const named: Readonly<Record<string, string>> = {
    good: 'var(--accent)',
    warning: 'var(--amber)',
    danger: 'var(--danger)',
  };
  if (Object.hasOwn(named, color)) return { borderColor: named[color] ?? '' };
  const hex = color.startsWith('#') ? color : `#${color}`;
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(hex) ? { borderColor: hex } : undefined;
}

function Author({ attachment }: { attachment: Fields }) {
  const name = wordsAt(attachment, 'author_name');
  if (name === '') return null;
  return (
    <p className={css.author} dir="auto">
      <SmallOwn url={linkAt(attachment, 'author_icon')} />
      <Linked url={linkAt(attachment, 'author_link')} label={name} />
    </p>
  );
}

function Title({ attachment }: { attachment: Fields }) {
  const title = wordsAt(attachment, 'title');
  if (title === '') return null;
  return (
    <p className={css.label} dir="auto">
      <Linked url={linkAt(attachment, 'title_link')} label={title} />
    </p>
  );
}

const Linked = ({ url, label }: { url: string | undefined; label: string }) =>
  url === undefined ? <PlainWords text={label} /> : <MessageLink url={url} label={label} />;

/** It decorates: of another site nothing stands for it. */
const SmallOwn = ({ url }: { url: string | undefined }) =>
  isOurs(url) ? <img className={css.icon} src={url} alt="" loading="lazy" decoding="async" /> : null;

function Thumb({ attachment }: { attachment: Fields }) {
  // The large one says it already.
  if (wordsAt(attachment, 'thumb_url') === '' || linkAt(attachment, 'image_url') !== undefined) return null;
  const image = { image_url: attachment.thumb_url, alt_text: attachment.title };
  return <SmallImage image={image} size="accessory" />;
}

function Image({ url, title }: { url: string | undefined; title: string }) {
  if (url === undefined) return null;
  return isOurs(url) ? (
    <Picture url={url} alt={title} />
  ) : (
    <FramedLink title={title || blockTexts.picture} url={url} />
  );
}

const fieldsShown = 10;

/** Those that are short stand side by side. */
function AttachedFields({ fields, isAsWritten }: AttachedFieldsProps) {
  const [isOpen, setOpen] = useState(false);
  if (fields.length === 0) return null;
  const shown = isOpen ? fields : fields.slice(0, fieldsShown);
  return (
    <>
      <dl className={css.fields}>
        {shown.map((field, index) => (
          <div key={index} className={classes(!isShort(field) && css.whole)}>
            <dt dir="auto">
              <PlainWords text={wordsAt(field, 'title')} />
            </dt>
            <dd>
              <Mrkdwn text={wordsAt(field, 'value')} isLiteral={isAsWritten} />
            </dd>
          </div>
        ))}
      </dl>
      {shown.length === fields.length ? null : (
        <Act onClick={() => setOpen(true)}>{blockTexts.showFields(fields.length)}</Act>
      )}
    </>
  );
}
interface AttachedFieldsProps {
  readonly fields: readonly Fields[];
  readonly isAsWritten: boolean;
}
const isShort = ({ short }: Fields): boolean => short === true || short === 1 || short === 'true';

/** Older than Block Kit: buttons and menus of an attachment. */
function Actions({ attachment }: { attachment: Fields }) {
  const actions = listAt(attachment, 'actions');
  if (actions.length === 0) return null;
  return (
    <div className={css.actions}>
      {actions.map((action, index) => (
        <Element key={index} element={asElement(action)} />
      ))}
    </div>
  );
}

const asElement = (action: Fields): Fields => {
  const text = { type: 'plain_text', text: wordsAt(action, 'text') || wordsAt(action, 'name') };
  return action.type === 'select'
    ? { type: 'static_select', placeholder: text, initial_option: chosenOf(action) }
    : { type: 'button', text, url: action.url, style: action.style };
};

/** One at most. */
function chosenOf(action: Fields): Fields {
  const [chosen = {}] = listAt(action, 'selected_options');
  return { text: { type: 'plain_text', text: wordsAt(chosen, 'text') } };
}

function Foot({ attachment }: { attachment: Fields }) {
  const footer = wordsAt(attachment, 'footer');
  const seconds = Number(wordsAt(attachment, 'ts') || Number.NaN);
  const isDate = Number.isFinite(seconds) && !Number.isNaN(new Date(seconds * 1_000).getTime());
  if (footer === '' && !isDate) return null;
  return (
    <div className={css.footer}>
      <SmallOwn url={linkAt(attachment, 'footer_icon')} />
      {footer === '' ? null : <Mrkdwn text={footer} />}
      {isDate ? (
        <time dateTime={new Date(seconds * 1_000).toISOString()}>{fullLabel(seconds * 1_000)}</time>
      ) : null}
    </div>
  );
}
