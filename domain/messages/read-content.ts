import type { Attachment, Block } from '../../protocol/entities.ts';
import type { MessageMetadata } from '../../protocol/blocks/metadata.ts';
import { accept } from '../../protocol/refusal.ts';
import type { Outcome, Refusal } from '../../protocol/refusal.ts';
import { readAttachments } from './read-attachments.ts';
import { readBlocks } from './read-blocks.ts';
import { readMetadata } from './read-metadata.ts';

export interface Content {
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  readonly metadata?: MessageMetadata | null;
}

type ErrorOf<Read extends (given: unknown) => unknown> = Extract<ReturnType<Read>, Refusal>['error'];
export type ContentError =
  ErrorOf<typeof readBlocks> | ErrorOf<typeof readAttachments> | ErrorOf<typeof readMetadata>;

/** What a message has beside its text, as a caller wrote it: judged before anybody is asked whether they may write. */
export function readContent(
  given: GivenShown & { readonly metadata?: unknown },
): Outcome<{ content: Content }, ContentError> {
  const shown = readShown(given);
  if (!shown.ok) return shown;
  const metadata = readMetadata(given.metadata);
  if (!metadata.ok) return metadata;
  const { ok: _, ...facts } = metadata;
  return accept({ content: { ...shown.content, ...facts } });
}

/** The part of it that is shown. */
export function readShown(
  given: GivenShown,
): Outcome<{ content: Omit<Content, 'metadata'> }, ErrorOf<typeof readBlocks | typeof readAttachments>> {
  const blocks = readBlocks(given.blocks);
  if (!blocks.ok) return blocks;
  const attachments = readAttachments(given.attachments);
  if (!attachments.ok) return attachments;
  const { ok: _, ...content } = { ...blocks, ...attachments };
  return accept({ content });
}

interface GivenShown {
  readonly blocks?: unknown;
  readonly attachments?: unknown;
}

/** Slack's remark on a message that has no text of its own. */
export const remarksOn = (
  text: string | undefined,
  { blocks = [], attachments = [] }: Content,
): { response_metadata?: { warnings: string[] } } =>
  (text ?? '').trim() === '' && blocks.length + attachments.length > 0
    ? { response_metadata: { warnings: ['missing_text_in_message'] } }
    : {};
