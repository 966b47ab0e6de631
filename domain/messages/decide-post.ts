import type { Attachment, Block } from '../../protocol/entities.ts';
import { textLengthMax } from '../../protocol/limits.ts';
import type { Look, Unfurl } from '../../protocol/objects/channel.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome, Refusal } from '../../protocol/refusal.ts';
import { fallbackText } from './fallback-text.ts';

export interface Words {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  readonly metadata?: { event_type: string } | null;
  readonly isPlain?: boolean;
  readonly look?: Look;
  readonly unfurl?: Unfurl;
}

type TooLong = 'msg_too_long' | 'msg_blocks_too_long' | 'attachment_payload_limit_exceeded';

/** A frame carries a message whole (256 KiB): what does not fit beside its text is refused with it. */
const contentLengthMax = 100_000;

/** Whether these words can be a message: of blocks or attachments alone it can; then blocks say what its text is. */
export function decideWords(
  words: Words,
): Outcome<{ text: string; content: string | null }, 'no_text' | TooLong> {
  const { blocks, attachments } = words;
  const text = words.text.trim() === '' ? fallbackText(blocks, attachments) : words.text;
  const hasMore = (blocks?.length ?? 0) > 0 || (attachments?.length ?? 0) > 0;
  if (text.trim() === '' && !hasMore) return noText();
  const fitting = decideLength({ ...words, text });
  return fitting.ok ? accept({ text, content: fitting.content }) : fitting;
}

/** The same of words that come alone. */
export function decideText(text: string): Outcome<object, 'no_text' | 'msg_too_long'> {
  return text.trim() === '' ? noText() : decideTextLength(text);
}

/** Whether they fit into a message, be it one that has other words beside these. */
export function decideLength(words: Words): Outcome<{ content: string | null }, TooLong> {
  const { text, blocks, attachments, metadata, isPlain, look, unfurl } = words;
  const short = decideTextLength(text);
  if (!short.ok) return short;
  const content = contentOf({
    blocks,
    attachments,
    metadata,
    isPlain,
    look,
    unfurl,
  });
  if (content !== null && content.length > contentLengthMax) {
    // Metadata alone fits: which of the others is the longer, is too long.
    const isOfBlocks = lengthOf(blocks) >= lengthOf(attachments);
    return refuse(isOfBlocks ? 'msg_blocks_too_long' : 'attachment_payload_limit_exceeded', {
      messages: [
        `[ERROR] blocks, attachments and metadata are together longer than ${contentLengthMax} characters`,
      ],
    });
  }
  return accept({ content });
}

const noText = (): Refusal<'no_text'> =>
  refuse('no_text', { messages: ['[ERROR] text, blocks or attachments: one of them is needed'] });

const decideTextLength = (text: string): Outcome<object, 'msg_too_long'> =>
  text.length > textLengthMax
    ? refuse('msg_too_long', { messages: [`[ERROR] text is longer than ${textLengthMax} characters`] })
    : accept({});

const lengthOf = (part: readonly unknown[] | undefined): number => JSON.stringify(part ?? []).length;

/** What a message has beside its text, as its row keeps it. */
function contentOf(rest: Readonly<Record<string, unknown>>): string | null {
  const kept = Object.fromEntries(
    Object.entries(rest).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== false &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
  return Object.keys(kept).length === 0 ? null : JSON.stringify(kept);
}
