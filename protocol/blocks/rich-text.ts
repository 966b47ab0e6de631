import * as v from 'valibot';
import { byType, eitherOf, integer, list, maybe, number, object, oneOf, words, yesOrNo } from './words.ts';
import type { Check } from './words.ts';

type FieldsOf = Readonly<Record<string, Check>>;

const look: FieldsOf = {
  style: maybe(
    object(
      Object.fromEntries(
        ['bold', 'code', 'italic', 'strike', 'underline', 'highlight', 'client_highlight', 'unlink'].map(
          (name) => [name, maybe(yesOrNo)],
        ),
      ),
    ),
  ),
};
const long = words(40_000, 0);

const text: FieldsOf = { ...look, text: long };
const link: FieldsOf = { ...look, url: words(3000), text: maybe(long), unsafe: maybe(yesOrNo) };
const inline = eitherOf(
  byType({
    text,
    link,
    broadcast: { ...look, range: oneOf('here', 'channel', 'everyone') },
    color: { ...look, value: words(40) },
    channel: { ...look, channel_id: words(40) },
    date: {
      ...look,
      timestamp: number,
      format: words(255),
      url: maybe(words(3000)),
      fallback: maybe(words(255)),
    },
    emoji: {
      ...look,
      name: words(255),
      unicode: maybe(words(255)),
      url: maybe(words(3000)),
      skin_tone: maybe(integer(1, 6)),
    },
    team: { ...look, team_id: words(40) },
    user: { ...look, user_id: words(40) },
    usergroup: { ...look, usergroup_id: words(40) },
  }),
);

const most = 10_000;
const border: FieldsOf = { border: maybe(integer(0, 1)) };
const section: FieldsOf = { elements: list(inline, most, 0) };

export const richTextFields: FieldsOf = {
  block_id: maybe(words(255)),
  elements: list(
    eitherOf(
      byType({
        rich_text_section: section,
        rich_text_quote: { ...border, ...section },
        rich_text_preformatted: {
          ...border,
          elements: list(eitherOf(byType({ text, link })), most, 0),
          language: maybe(words(40)),
        },
        rich_text_list: {
          ...border,
          style: oneOf('bullet', 'ordered'),
          indent: maybe(integer(0, 8)),
          offset: maybe(integer(0, 1_000_000)),
          elements: list(byType({ rich_text_section: section }), most, 0),
        },
      }),
    ),
    most,
    0,
  ),
};
export const richText: Check = object({ type: v.literal('rich_text'), ...richTextFields });
