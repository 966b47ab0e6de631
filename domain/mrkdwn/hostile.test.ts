import { expect, test } from 'vitest';
import { parseLiteral } from './literal.ts';
import { parseMrkdwn } from './parse.ts';
import { hostileWords } from './testing/hostile.ts';
import type { Block, Inline } from './tree.ts';

const kinds = new Set([
  'paragraph',
  'quote',
  'pre',
  'text',
  'bold',
  'italic',
  'strike',
  'code',
  'link',
  'user',
  'channel',
  'special',
  'emoji',
]);

/** The only way in which a message's words become more than text. */
const linksOf = (nodes: readonly (Block | Inline)[]): string[] =>
  nodes.flatMap((node) => {
    expect(kinds.has(node.type)).toBe(true);
    if (node.type === 'link') return [node.url];
    return 'children' in node ? linksOf(node.children) : [];
  });

test.each(hostileWords)('is text, or a link of an allowed scheme: %j', (words) => {
  for (const url of [...linksOf(parseMrkdwn(words)), ...linksOf(parseLiteral(words))]) {
    const { protocol, host, pathname } = new URL(url);
    expect(['http:', 'https:', 'mailto:']).toContain(protocol);
    expect(protocol === 'mailto:' ? pathname : host).not.toBe('');
    expect(url).toMatch(/^(?:https?:\/\/|mailto:)[^\s"<>`]+$/i);
  }
});

test('ids and names in the tree are of their own alphabet', () => {
  const tree = JSON.stringify(parseMrkdwn(hostileWords.join(' ')));
  for (const [, id = ''] of tree.matchAll(/"(?:userId|channelId)":"([^"]*)"/g))
    expect(id).toMatch(/^[A-Z0-9]{12}$/);
  for (const [, name = ''] of tree.matchAll(/"type":"emoji","name":"([^"]*)"/g)) {
    expect(name).toMatch(/^[a-z0-9_+':-]+$/);
  }
});
