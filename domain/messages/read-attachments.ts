import * as v from 'valibot';
import { MessageAttachment } from '../../protocol/blocks/attachments.ts';
import type { Attachment, Block } from '../../protocol/entities.ts';
import { attachmentsMax } from '../../protocol/limits.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { nameBlocks } from './block-ids.ts';
import { asMessages, faultsOf } from './faults.ts';
import { faultsOfBlocks } from './read-blocks.ts';
import { readJson } from './read-json.ts';

/** Attachments as a caller wrote them, numbered from 1 as in Slack. */
export function readAttachments(
  given: unknown,
): Outcome<{ attachments?: Attachment[] }, 'invalid_attachments' | 'too_many_attachments'> {
  const read = readJson(given);
  if (read.state === 'none') return accept({});
  if (read.state === 'unreadable' || !Array.isArray(read.value)) return refuse('invalid_attachments');
  const items: readonly unknown[] = read.value;
  if (items.length > attachmentsMax) return refuse('too_many_attachments');
  const faults = items.flatMap((item, index) => faultsOfAttachment(`attachments/${index}`, item));
  if (faults.length > 0) return refuse('invalid_attachments', { messages: asMessages(faults.slice(0, 10)) });
  return accept({ attachments: items.map((item, index) => shown(item as Attachment, index + 1)) });
}

function faultsOfAttachment(pointer: string, item: unknown): readonly string[] {
  if (Array.isArray(item)) return faultsOf(pointer, [{ message: 'must provide an object' }]);
  const parsed = v.safeParse(MessageAttachment, item);
  if (!parsed.success) return faultsOf(pointer, parsed.issues);
  const { blocks } = item as { blocks?: readonly unknown[] };
  return blocks === undefined ? [] : faultsOfBlocks(`${pointer}/blocks`, blocks);
}

function shown({ blocks, ...attachment }: Attachment, id: number): Attachment {
  return { id, ...attachment, ...(Array.isArray(blocks) ? { blocks: nameBlocks(blocks as Block[]) } : {}) };
}
