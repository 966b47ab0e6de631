import { later } from '../../app/later.ts';
import { Fragment, memo, Suspense, useState } from 'react';
import { parseLiteral } from '../../../domain/mrkdwn/literal.ts';
import { parseMrkdwn } from '../../../domain/mrkdwn/parse.ts';
import type { Block, Inline } from '../../../domain/mrkdwn/tree.ts';
import { Act } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { foldText } from './fold.ts';
import { ChannelMention, MessageLink, PersonMention } from './mentions.tsx';
import code from './code-block.module.css';
import css from './message-text.module.css';
import { messageTexts } from './texts.ts';

// As high without its button as with it.
const CodeBlock = later(() => import('./code-block.tsx'), 'CodeBlock');

const UsergroupMention = later(() => import('../blocks/group-mentions.tsx'), 'UsergroupMention');

/** A message's words as elements. Nothing in here ever becomes HTML: text goes into text nodes. */
export const MessageText = memo(function MessageText({ text, note, isLiteral = false }: MessageTextProps) {
  const folded = foldText(text, isLiteral);
  const [isOpen, setOpen] = useState(false);
  const shown = folded === undefined || isOpen ? text : folded;
  return (
    <>
      <div className={classes(css.text, folded !== undefined && !isOpen && css.folded)}>
        <Paragraphs blocks={isLiteral ? parseLiteral(shown) : parseMrkdwn(shown)} note={note} />
      </div>
      {folded === undefined ? null : (
        <Act className={css.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? messageTexts.showLess : messageTexts.showAll}
        </Act>
      )}
    </>
  );
});

interface MessageTextProps {
  readonly text: string;
  /** Stands at the end of the last line: that it was edited. */
  readonly note?: string | undefined;
  /** It is no mrkdwn (`mrkdwn: false`): shown as it was written. */
  readonly isLiteral?: boolean;
}

/** In elements, without a frame: Block Kit draws its texts by it, too. */
export function Paragraphs({ blocks, note }: { blocks: readonly Block[]; note?: string | undefined }) {
  const isJumbo = blocks.length === 1 && blocks[0]?.type === 'paragraph' && isFewEmoji(blocks[0].children);
  const isNoteLast = note !== undefined && blocks.at(-1)?.type !== 'paragraph';
  const shown = blocks.map((block, index) => {
    switch (block.type) {
      case 'paragraph':
        return (
          <Lines
            key={index}
            className={isJumbo ? css.jumbo : undefined}
            note={index === blocks.length - 1 ? note : undefined}
          >
            {block.children}
          </Lines>
        );
      case 'quote':
        return (
          <blockquote key={index} dir="auto">
            <Paragraphs blocks={block.children} />
          </blockquote>
        );
      case 'pre':
        return (
          <Suspense
            key={index}
            fallback={
              <div className={code.block}>
                <pre dir="ltr">{block.code}</pre>
              </div>
            }
          >
            <CodeBlock code={block.code} language={block.language} />
          </Suspense>
        );
    }
  });
  return (
    <>
      {shown}
      {isNoteLast ? <p className={css.note}>{note}</p> : null}
    </>
  );
}

/** One element for each line, so that each finds its own direction. */
const Lines = ({ children, className, note }: LinesProps) =>
  linesOf(children).map((line, index, { length }) => (
    <p key={index} dir="auto" className={classes(css.line, line.length === 0 && css.blank, className)}>
      <Inlines>{line}</Inlines>
      {note !== undefined && index === length - 1 ? <span className={css.note}> {note}</span> : null}
    </p>
  ));
interface LinesProps {
  readonly children: readonly Inline[];
  readonly className: string | undefined;
  readonly note: string | undefined;
}

const Inlines = ({ children }: { children: readonly Inline[] }) =>
  children.map((child, index) => <Fragment key={index}>{inline(child)}</Fragment>);

function inline(child: Inline) {
  switch (child.type) {
    case 'text':
      return child.text;
    case 'bold':
      return (
        <strong>
          <Inlines>{child.children}</Inlines>
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines>{child.children}</Inlines>
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines>{child.children}</Inlines>
        </s>
      );
    case 'code':
      return (
        <code className={css.code} dir="ltr">
          {child.code}
        </code>
      );
    case 'link':
      return <MessageLink url={child.url} label={child.label} />;
    case 'user':
      return <PersonMention userId={child.userId} label={child.label} />;
    case 'channel':
      return <ChannelMention channelId={child.channelId} label={child.label} />;
    case 'usergroup':
      return (
        <Suspense>
          <UsergroupMention id={child.id} />
        </Suspense>
      );
    case 'special':
      return <span className={classes(css.mention, css.own)}>@{child.name}</span>;
    case 'emoji':
      return <EmojiGlyph name={child.name} />;
  }
}

function linesOf(children: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child);
      continue;
    }
    for (const [index, text] of child.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ type: 'text', text });
    }
  }
  return lines;
}

const isFewEmoji = (children: readonly Inline[]): boolean =>
  children.length <= 9 &&
  children.some(({ type }) => type === 'emoji') &&
  children.every((child) => child.type === 'emoji' || (child.type === 'text' && child.text.trim() === ''));
