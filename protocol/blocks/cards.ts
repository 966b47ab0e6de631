import { buttonElement, imageElement } from './elements.ts';
import { richText } from './rich-text.ts';
import { anyText, mrkdwnText, plainText } from './text-objects.ts';
import { byType, eitherOf, list, maybe, oneOf, words, yesOrNo } from './words.ts';
import type { Check } from './words.ts';

type FieldsOf = Readonly<Record<string, Check>>;

const own: FieldsOf = { block_id: maybe(words(255)) };

const card: FieldsOf = {
  ...own,
  hero_image: maybe(imageElement),
  icon: maybe(imageElement),
  title: maybe(mrkdwnText(150)),
  subtitle: maybe(mrkdwnText(150)),
  body: maybe(mrkdwnText(200)),
  subtext: maybe(mrkdwnText(200)),
  actions: maybe(list(buttonElement, 3)),
};

const taskCard: FieldsOf = {
  ...own,
  task_id: words(255),
  title: words(3000),
  status: oneOf('pending', 'in_progress', 'complete', 'error'),
  details: maybe(richText),
  output: maybe(richText),
  sources: maybe(list(byType({ url: { url: words(3000), text: words(3000) } }), 100)),
};

/** Blocks that hold others, and those made for what a program works on. */
export const cardBlocks = (inner: Check): Readonly<Record<string, FieldsOf>> => ({
  alert: {
    ...own,
    text: anyText(200),
    level: maybe(oneOf('default', 'info', 'warning', 'error', 'success')),
  },
  card,
  carousel: { ...own, elements: list(byType({ card }), 10) },
  container: {
    ...own,
    title: maybe(plainText(150)),
    rich_text_title: maybe(richText),
    subtitle: maybe(anyText(150)),
    child_blocks: list(inner, 10),
    width: maybe(oneOf('narrow', 'standard', 'wide', 'full')),
    icon: maybe(imageElement),
    is_collapsible: maybe(yesOrNo),
    default_collapsed: maybe(yesOrNo),
    has_header_divider: maybe(yesOrNo),
  },
  task_card: taskCard,
  plan: { ...own, title: words(3000), tasks: maybe(list(eitherOf(byType({ task_card: taskCard })), 100)) },
});
