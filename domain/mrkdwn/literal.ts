import { readAngle } from './angle.ts';
import { decodeEntities } from './entities.ts';
import type { Block, Inline } from './tree.ts';

const angle = /<([^<>\n]+)>/g;

/**
 * A message that is no mrkdwn (`mrkdwn: false`), as a tree: its words as they were written. What stands between `<` and
 * `>` is of the wire, not of how words look: people, channels and links are still what they are.
 */
export function parseLiteral(text: string): readonly Block[] {
  if (text.trim() === '') return [];
  const children: Inline[] = [];
  let words = '';
  let at = 0;
  const flush = (): void => {
    if (words !== '') children.push({ type: 'text', text: words });
    words = '';
  };
  for (const { index, 0: whole, 1: content = '' } of text.matchAll(angle)) {
    words += decodeEntities(text.slice(at, index));
    at = index + whole.length;
    const read = readAngle(content);
    if (read === undefined) words += decodeEntities(whole);
    else if (read.type === 'text') words += read.text;
    else {
      flush();
      children.push(read);
    }
  }
  words += decodeEntities(text.slice(at));
  flush();
  return [{ type: 'paragraph', children }];
}
