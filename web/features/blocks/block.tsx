import type { ReactNode } from 'react';
import { Markdown } from './markdown.tsx';
import { Alert, Card, Carousel, Container, Plan, TaskCard } from './cards.tsx';
import css from './blocks.module.css';
import { Element } from './element.tsx';
import { fieldsOf, listAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { InputBlock } from './input-block.tsx';
import { FramedLink } from './framed-link.tsx';
import { ImageBlock } from './image-block.tsx';
import { RichText } from './rich-text.tsx';
import { Context, Section } from './section.tsx';
import { TableBlock } from './table-block.tsx';
import { PlainWords } from './text-object.tsx';
import { blockTexts } from './texts.ts';
import { Video } from './video.tsx';

/** By their type; one that nobody knows is passed over. */
const kinds: Readonly<Record<string, (block: Fields) => ReactNode>> = {
  actions: (block) => <Elements of={block} />,
  alert: (block) => <Alert block={block} />,
  card: (block) => <Card block={block} />,
  carousel: (block) => <Carousel block={block} />,
  container: (block) => (
    <Container block={block}>
      <Blocks blocks={listAt(block, 'child_blocks').filter(({ type }) => type !== 'container')} />
    </Container>
  ),
  context: (block) => <Context block={block} />,
  context_actions: (block) => <Elements of={block} />,
  data_table: (block) => <TableBlock block={block} />,
  divider: () => <hr className={css.divider} />,
  file: () => <FramedLink title={blockTexts.file} />,
  // Bold, and no heading: it belongs to a message, not to the page's outline.
  header: (block) => (
    <p className={css.header} dir="auto">
      <PlainWords
        text={wordsAt(fieldsOf(block.text), 'text')}
        hasEmoji={fieldsOf(block.text).emoji !== false}
      />
    </p>
  ),
  image: (block) => <ImageBlock block={block} />,
  input: (block) => <InputBlock block={block} />,
  markdown: (block) => <Markdown text={wordsAt(block, 'text')} />,
  plan: (block) => <Plan block={block} />,
  rich_text: (block) => <RichText block={block} />,
  section: (block) => <Section block={block} />,
  table: (block) => <TableBlock block={block} />,
  task_card: (block) => <TaskCard task={block} />,
  video: (block) => <Video block={block} />,
};

const drawerOf = (block: Fields) => {
  const type = wordsAt(block, 'type');
  return Object.hasOwn(kinds, type) ? kinds[type] : undefined;
};
export const isKnown = (block: Fields): boolean => drawerOf(block) !== undefined;

export const Blocks = ({ blocks }: { blocks: readonly unknown[] }) =>
  blocks.map((given, index) => {
    const block = fieldsOf(given);
    const draw = drawerOf(block);
    return draw === undefined ? null : (
      <div key={index} className={css.block}>
        {draw(block)}
      </div>
    );
  });

const Elements = ({ of }: { of: Fields }) => (
  <div className={css.actions}>
    {listAt(of, 'elements').map((element, index) => (
      <Element key={index} element={element} />
    ))}
  </div>
);
