import type { Message } from '../../../protocol/entities.ts';

/** A message's words: its text, else what its blocks and attachments say in words. */
export function wordsOf({
  text,
  blocks = [],
  attachments = [],
}: Pick<Message, 'text' | 'blocks' | 'attachments'>): string {
  if (text.trim() !== '') return text;
  return [...blocks.flatMap(wordsOfBlock), ...attachments.flatMap(wordsOfAttachment)].join('\n');
}

function wordsOfBlock(block: Readonly<Record<string, unknown>>): string[] {
  const parts = [textIn(block['text']), ...listIn(block['fields']), ...listIn(block['elements'])];
  return parts.filter((part) => part !== '');
}

function wordsOfAttachment(attachment: Readonly<Record<string, unknown>>): string[] {
  const own = ['pretext', 'title', 'text']
    .map((key) => textIn(attachment[key]))
    .filter((part) => part !== '');
  return own.length > 0 ? own : [textIn(attachment['fallback'])].filter((part) => part !== '');
}

const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(textIn) : []);

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return 'text' in value ? textIn(value.text) : 'elements' in value ? listIn(value.elements).join('') : '';
}
