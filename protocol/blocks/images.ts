import { maybe, object, where, words } from './words.ts';
import type { Check, Fields } from './words.ts';

const slackFile = where(
  object({ id: maybe(words(40)), url: maybe(words(3000)) }),
  ({ id, url }) => (id === undefined) !== (url === undefined),
  'must define either `id` or `url`',
);

/** Where a picture is: an address, or a file of the workspace. */
export const imageFields: Readonly<Record<string, Check>> = {
  image_url: maybe(words(3000)),
  slack_file: maybe(slackFile),
  alt_text: words(2000),
};
export const hasImage = ({ image_url: url, slack_file: file }: Fields): boolean =>
  (url === undefined) !== (file === undefined);
export const noImage = 'must define either `image_url` or `slack_file`';
