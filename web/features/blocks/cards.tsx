import Circle from 'icon:circle-dashed';
import CircleAlert from 'icon:circle-exclamation-point';
import Check from 'icon:check';
import Info from 'icon:info';
import Loader from 'icon:loader';
import TriangleAlert from 'icon:triangle-exclamation-point';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { Glyph } from '../../ui/icon.tsx';
import { MessageLink } from '../message/mentions.tsx';
import css from './blocks.module.css';
import { Element } from './element.tsx';
import { fieldsOf, hasAt, linkAt, listAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { SmallImage } from './image-block.tsx';
import { RichText } from './rich-text.tsx';
import { PlainWords, TextObject } from './text-object.tsx';
import { blockTexts } from './texts.ts';

const levels: Readonly<Record<keyof typeof blockTexts.levels, Glyph>> = {
  default: Info,
  info: Info,
  warning: TriangleAlert,
  error: CircleAlert,
  success: Check,
};

export function Alert({ block }: { block: Fields }) {
  const given = wordsAt(block, 'level');
  const level = isKeyOf(levels, given) ? given : 'default';
  return (
    <div className={css.alert} data-level={level}>
      <Icon of={levels[level]} />
      <span className="visually-hidden">{blockTexts.levels[level]}</span>
      <TextObject of={block.text} />
    </div>
  );
}

export const Card = ({ block }: { block: Fields }) => (
  <div className={css.card}>
    {hasAt(block, 'hero_image') ? <SmallImage image={fieldsOf(block.hero_image)} size="accessory" /> : null}
    <div className={css.main}>
      <b>
        <TextObject of={block.title} />
      </b>
      <div className={css.hint}>
        <TextObject of={block.subtitle} />
      </div>
      <TextObject of={block.body} />
      <div className={css.hint}>
        <TextObject of={block.subtext} />
      </div>
      <div className={css.actions}>
        {listAt(block, 'actions').map((element, index) => (
          <Element key={index} element={element} />
        ))}
      </div>
    </div>
  </div>
);

export const Carousel = ({ block }: { block: Fields }) => (
  <div className={css.carousel} role="region" aria-label={blockTexts.cards} tabIndex={0}>
    {listAt(block, 'elements').map((card, index) => (
      <Card key={index} block={card} />
    ))}
  </div>
);

export function Container({ block, children }: { block: Fields; children: ReactNode }) {
  const title = hasAt(block, 'rich_text_title') ? (
    <RichText block={fieldsOf(block.rich_text_title)} />
  ) : (
    <PlainWords text={wordsAt(fieldsOf(block.title), 'text')} />
  );
  const inside = (
    <>
      <div className={css.hint}>
        <TextObject of={block.subtitle} />
      </div>
      {children}
    </>
  );
  if (block.is_collapsible !== true)
    return (
      <div className={css.container}>
        <div className={css.label}>{title}</div>
        {inside}
      </div>
    );
  return (
    <details className={css.container} open={block.default_collapsed !== true}>
      <summary className={css.label}>{title}</summary>
      {inside}
    </details>
  );
}

const statuses: Readonly<Record<keyof typeof blockTexts.statuses, Glyph>> = {
  pending: Circle,
  in_progress: Loader,
  complete: Check,
  error: CircleAlert,
};

export function TaskCard({ task }: { task: Fields }) {
  const given = wordsAt(task, 'status');
  const status = isKeyOf(statuses, given) ? given : 'pending';
  return (
    <div className={css.task} data-status={status}>
      <Icon of={statuses[status]} />
      <div className={css.main}>
        <p className={css.label} dir="auto">
          <PlainWords text={wordsAt(task, 'title')} />
          <span className="visually-hidden"> ({blockTexts.statuses[status]})</span>
        </p>
        <RichText block={fieldsOf(task.details)} />
        <RichText block={fieldsOf(task.output)} />
        {listAt(task, 'sources').map((source, index) => (
          <Source key={index} source={source} />
        ))}
      </div>
    </div>
  );
}

function Source({ source }: { source: Fields }) {
  const url = linkAt(source, 'url');
  const label = wordsAt(source, 'text');
  return (
    <p className={css.hint}>{url === undefined ? label : <MessageLink url={url} label={label || url} />}</p>
  );
}

export const Plan = ({ block }: { block: Fields }) => (
  <div className={css.container}>
    <p className={css.label} dir="auto">
      <PlainWords text={wordsAt(block, 'title')} />
    </p>
    {listAt(block, 'tasks').map((task, index) => (
      <TaskCard key={index} task={task} />
    ))}
  </div>
);

const isKeyOf = <Key extends string>(table: Readonly<Record<Key, unknown>>, key: string): key is Key =>
  Object.hasOwn(table, key);
