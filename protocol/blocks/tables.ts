import { richTextFields } from './rich-text.ts';
import { byType, eitherOf, integer, list, maybe, number, object, oneOf, words, yesOrNo } from './words.ts';
import type { Check } from './words.ts';

const cell = eitherOf(
  byType({
    raw_text: { text: words(3000) },
    raw_number: { value: number, text: words(3000) },
    rich_text: richTextFields,
  }),
);
const column = eitherOf(
  object({ align: maybe(oneOf('left', 'center', 'right')), is_wrapped: maybe(yesOrNo) }),
);

export const tableBlocks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  table: {
    block_id: maybe(words(255)),
    rows: list(list(cell, 20), 100),
    column_settings: maybe(list(column, 20, 0)),
  },
  data_table: {
    block_id: maybe(words(255)),
    rows: list(list(cell, 20), 101),
    caption: words(3000),
    page_size: maybe(integer(1, 100)),
    row_header_column_index: maybe(integer(0, 19)),
  },
};
