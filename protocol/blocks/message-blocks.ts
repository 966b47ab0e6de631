import { blocksMax } from '../limits.ts';
import { cardBlocks } from './cards.ts';
import { accessory, actionElement, contextActionElement, inputElement } from './elements.ts';
import { hasImage, imageFields, noImage } from './images.ts';
import { richTextFields } from './rich-text.ts';
import { tableBlocks } from './tables.ts';
import { anyText, plainText } from './text-objects.ts';
import { byType, eitherOf, list, maybe, oneOf, where, words, yesOrNo } from './words.ts';
import type { Check, Fields } from './words.ts';

type FieldsOf = Readonly<Record<string, Check>>;

const own: FieldsOf = { block_id: maybe(words(255)) };

const kinds: Readonly<Record<string, FieldsOf>> = {
  actions: { ...own, elements: list(actionElement, 25) },
  context: {
    ...own,
    elements: list(
      eitherOf(
        byType({
          image: imageFields,
          plain_text: { text: words(3000), emoji: maybe(yesOrNo) },
          mrkdwn: { text: words(3000), verbatim: maybe(yesOrNo) },
        }),
      ),
      10,
    ),
  },
  context_actions: { ...own, elements: list(contextActionElement, 5) },
  divider: own,
  file: { ...own, external_id: words(255), source: oneOf('remote') },
  header: { ...own, text: plainText(150) },
  image: { ...own, ...imageFields, title: maybe(plainText(2000)) },
  input: {
    ...own,
    label: plainText(2000),
    hint: maybe(plainText(2000)),
    element: inputElement,
    optional: maybe(yesOrNo),
    dispatch_action: maybe(yesOrNo),
  },
  markdown: { ...own, text: words(12_000) },
  rich_text: richTextFields,
  section: {
    ...own,
    text: maybe(anyText(3000)),
    fields: maybe(list(anyText(2000), 10)),
    accessory: maybe(accessory),
    expand: maybe(yesOrNo),
  },
  video: {
    ...own,
    video_url: words(3000),
    thumbnail_url: words(3000),
    alt_text: words(2000),
    title: plainText(200),
    title_url: maybe(words(3000)),
    author_name: maybe(words(50)),
    provider_name: maybe(words(50)),
    provider_icon_url: maybe(words(3000)),
    description: maybe(plainText(200)),
  },
  ...tableBlocks,
};

const sound = (all: Readonly<Record<string, FieldsOf>>): Check =>
  where(
    where(byType(all), hasText, 'must define either `text` or `fields`', 'type'),
    (block) => block['type'] !== 'image' || hasImage(block),
    noImage,
  );
const hasText = ({ type, text, fields }: Fields): boolean =>
  type !== 'section' || text !== undefined || fields !== undefined;

/** The blocks of a message, within the limits of Slack's reference. */
export const MessageBlocks: Check = list(sound({ ...kinds, ...cardBlocks(sound(kinds)) }), blocksMax, 0);
