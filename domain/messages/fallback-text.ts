import { escapeText } from '../mrkdwn/entities.ts';
import type { Attachment, Block } from '../../protocol/entities.ts';

/**
 * What a message of blocks alone says in words: for notifications, search, mentions, and clients that show no blocks.
 * Slack says the same of what has no words.
 */
export function fallbackText(blocks: readonly Block[] = [], attachments: readonly Attachment[] = []): string {
  if (blocks.length === 0) return '';
  const words = [...blocks, ...attachments.flatMap(blocksOf)].flatMap(wordsOfBlock);
  if (blocks.some(({ type }) => type === 'actions' || type === 'input')) words.push(interactive);
  return words.length === 0 ? unshown : words.join('\n').slice(0, lengthMax);
}

const interactive = 'This message contains interactive elements.';
const unshown = "This content can't be displayed.";
const lengthMax = 4_000;

const blocksOf = ({ blocks }: Attachment): Block[] => (Array.isArray(blocks) ? (blocks as Block[]) : []);

function wordsOfBlock(block: Block): string[] {
  const parts = [textIn(block['text']), textIn(block['title']), ...listIn(block['fields'])];
  if (block.type === 'context') parts.push(listIn(block['elements']).filter(isText).join(' '));
  if (block.type === 'rich_text') parts.push(...listIn(block['elements']));
  if (block.type === 'image' && !parts.some(isText)) parts.push(textIn(block['alt_text']));
  return parts.filter(isText);
}

const textOf = ({ text }: Fields): string => (typeof text === 'string' ? text : '');
const isText = (part: string): boolean => part.trim() !== '';
const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(textIn) : []);

type Fields = Readonly<Record<string, unknown>>;

/** Of a text object, or of a part of rich text. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const part = value as Fields;
  switch (part['type']) {
    case 'user':
      return `<@${String(part['user_id'])}>`;
    case 'channel':
      return `<#${String(part['channel_id'])}>`;
    case 'broadcast':
      return `<!${String(part['range'])}>`;
    case 'emoji':
      return `:${String(part['name'])}:`;
    case 'link':
      return `<${String(part['url'])}${typeof part['text'] === 'string' ? `|${part['text']}` : ''}>`;
    case 'image':
      return textIn(part['alt_text']);
    case 'rich_text_list':
      return listIn(part['elements']).join('\n');
    case 'text':
    case 'plain_text':
      return escapeText(textOf(part));
    default:
      return 'text' in part ? textIn(part['text']) : listIn(part['elements']).join('');
  }
}
