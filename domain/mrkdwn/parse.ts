import { decodeEntities } from './entities.ts';
import { parseInline } from './inline.ts';
import type { Block, Inline } from './tree.ts';

const fence = '```';

type ReadLine = (text: string) => Inline[];

/**
 * A message's text as a tree. It takes time in proportion to the text, whatever is written. Verbatim: an address that
 * was merely typed is no link.
 */
export const parseMrkdwn = (text: string, { isVerbatim = false } = {}): readonly Block[] =>
  parseBlocks(text, false, (line) => parseInline(line, isVerbatim));

/** Within a quote that takes in all that follows, nothing else is one. */
function parseBlocks(text: string, isQuoted: boolean, read: ReadLine): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < text.length) {
    const open = nextFence(text, at);
    const plain = text.slice(at, open?.from ?? text.length);
    const rest = isQuoted ? undefined : openQuote(plain);
    if (rest !== undefined) {
      // `>>>` takes in all that follows it, code too.
      addLines(blocks, trimEnd(plain.slice(0, rest.from)), at > 0, read);
      const children = parseBlocks(text.slice(at + rest.to), true, read);
      if (children.length > 0) blocks.push({ type: 'quote', children: children.flatMap(unquoted) });
      return blocks;
    }
    addLines(blocks, open === undefined ? plain : trimEnd(plain), at > 0, read);
    if (open === undefined) break;
    blocks.push(readPre(text.slice(open.from + fence.length, open.to)));
    at = open.to + fence.length;
  }
  return blocks;
}

/** The next pair with something between. Without one, backticks are text. */
function nextFence(text: string, from: number): { from: number; to: number } | undefined {
  for (let open = text.indexOf(fence, from); open !== -1;) {
    let close = text.indexOf(fence, open + fence.length);
    if (close === -1) return undefined;
    // Backticks before the closing ones belong to the code.
    while (text.charAt(close + fence.length) === '`') close += 1;
    if (text.slice(open + fence.length, close).trim() !== '') return { from: open, to: close };
    open = close;
  }
  return undefined;
}

function readPre(inside: string): Block {
  const named = /^([a-z][a-z0-9+#.-]{0,19})\n/i.exec(inside);
  const language = named?.[1] ?? '';
  const code = inside.slice(language.length).replace(/^\n/, '').replace(/\n$/, '');
  return { type: 'pre', code: decodeEntities(code), language: language.toLowerCase() };
}

const quoteLine = /^(?:&gt;|>) ?/;

/** Lines that are quoted and lines that are not, each run as one block. */
function addLines(blocks: Block[], plain: string, isAfterBlock: boolean, read: ReadLine): void {
  const paragraph = (line: string): Block => ({ type: 'paragraph', children: read(line) });
  const text = isAfterBlock ? plain.replace(/^\n/, '') : plain;
  if (text === '') return;
  let run: string[] = [];
  let isQuote = false;
  const end = (): void => {
    const joined = run.join('\n');
    run = [];
    if (isQuote) blocks.push({ type: 'quote', children: [paragraph(joined)] });
    else if (joined.trim() !== '') blocks.push(paragraph(joined));
  };
  for (const line of text.split('\n')) {
    const isQuoted = quoteLine.test(line);
    if (isQuoted !== isQuote && run.length > 0) end();
    isQuote = isQuoted;
    run.push(isQuoted ? line.replace(quoteLine, '') : line);
  }
  end();
}

function openQuote(plain: string): { from: number; to: number } | undefined {
  const found = /(?:^|\n)(?:&gt;&gt;&gt;|>>>) ?/.exec(plain);
  return found === null ? undefined : { from: found.index, to: found.index + found[0].length };
}

const unquoted = (block: Block): readonly Block[] => (block.type === 'quote' ? block.children : [block]);

const trimEnd = (plain: string): string => plain.replace(/\n$/, '');
