import type { ReactNode } from 'react';
import { CodeBlock } from '../message/code-block.tsx';
import css from './blocks.module.css';
import { listAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { hasBorder, nestLists } from './nest-lists.ts';
import type { ListNode } from './nest-lists.ts';
import { Inlines, plainWordsOf } from './rich-inline.tsx';

/** Slack's rich text: what people write in its composer, already taken apart. */
export const RichText = ({ block }: { block: Fields }) => (
  <div className={css.words}>
    {nestLists(listAt(block, 'elements')).map((part, index) =>
      part.kind === 'list' ? (
        <Quoted key={index} isQuoted={part.isQuoted}>
          <List list={part} />
        </Quoted>
      ) : (
        <Part key={index} part={part.element} />
      ),
    )}
  </div>
);

function Part({ part }: { part: Fields }) {
  const elements = listAt(part, 'elements');
  switch (part.type) {
    case 'rich_text_section':
      return <Lines elements={elements} />;
    case 'rich_text_quote':
      return (
        <blockquote dir="auto">
          <Lines elements={elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <Quoted isQuoted={hasBorder(part)}>
          <CodeBlock code={elements.map(plainWordsOf).join('')} language={wordsAt(part, 'language')} />
        </Quoted>
      );
    default:
      return null;
  }
}

const Quoted = ({ isQuoted, children }: { isQuoted: boolean; children: ReactNode }) =>
  isQuoted ? <blockquote>{children}</blockquote> : children;

/** Line breaks are kept as they were written. */
const Lines = ({ elements }: { elements: readonly Fields[] }) => (
  <p className={css.rich} dir="auto">
    <Inlines elements={elements} />
  </p>
);

function List({ list }: { list: ListNode }) {
  const Tag = list.isOrdered ? 'ol' : 'ul';
  return (
    <Tag
      className={css.list}
      data-depth={list.depth % 3}
      start={list.isOrdered && list.offset > 0 ? list.offset + 1 : undefined}
    >
      {list.items.map((item, index) => (
        <li key={index} dir="auto">
          <Inlines elements={item.elements} />
          {item.lists.map((inner, place) => (
            <List key={place} list={inner} />
          ))}
        </li>
      ))}
    </Tag>
  );
}
