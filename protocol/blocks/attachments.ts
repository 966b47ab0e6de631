import * as v from 'valibot';
import { MessageBlocks } from './message-blocks.ts';
import type { Check } from './words.ts';

/** Older than blocks and laxer: a field of the wrong type is refused, one that nobody knows is kept. */
const text = v.optional(v.nullable(v.string('must provide a string')));
const oneLine = v.optional(v.nullable(v.union([v.string(), v.number()], 'must provide a string')));
const field = v.looseObject(
  { title: oneLine, value: oneLine, short: v.optional(v.union([v.boolean(), v.number(), v.string()])) },
  'must provide an object',
);
const action = v.looseObject(
  { type: v.optional(v.string('must provide a string')) },
  'must provide an object',
);

export const MessageAttachment: Check = v.looseObject(
  {
    fallback: text,
    color: text,
    pretext: text,
    author_name: text,
    author_link: text,
    author_icon: text,
    title: text,
    title_link: text,
    text,
    image_url: text,
    thumb_url: text,
    footer: text,
    footer_icon: text,
    callback_id: oneLine,
    ts: oneLine,
    fields: v.optional(v.nullable(v.array(field, 'must provide an array'))),
    mrkdwn_in: v.optional(v.nullable(v.array(v.string('must provide a string'), 'must provide an array'))),
    actions: v.optional(v.nullable(v.array(action, 'must provide an array'))),
    blocks: v.optional(MessageBlocks),
  },
  'must provide an object',
);
